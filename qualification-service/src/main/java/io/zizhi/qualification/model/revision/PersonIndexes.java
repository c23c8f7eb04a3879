package io.zizhi.qualification.model.revision;

import io.zizhi.platform.privacy.encryption.BlindHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes of personal data, used to find equal values. Null if the value is not filled in.
 *
 * @param administratorId hash of the administrator's id number
 * @param legalRepresentativeName hash of the legal representative's name
 * @param legalRepresentativeId hash of the legal representative's id number
 * @param phone hash of the administrator's phone, if it is a mobile number
 */
public record PersonIndexes(
        @Nullable BlindHash administratorId,
        @Nullable BlindHash legalRepresentativeName,
        @Nullable BlindHash legalRepresentativeId,
        @Nullable BlindHash phone) {

    static final List<String> COLUMNS = List.of(
            "administrator_index", "legal_representative_index", "legal_representative_id_index", "phone_index");

    /** Returns the hashes by their column in the table {@code revision}. */
    Map<String, BlindHash> byColumn() {
        Map<String, BlindHash> hashes = new HashMap<>();
        put(hashes, 0, administratorId);
        put(hashes, 1, legalRepresentativeName);
        put(hashes, 2, legalRepresentativeId);
        put(hashes, 3, phone);
        return hashes;
    }

    private static void put(Map<String, BlindHash> hashes, int column, @Nullable BlindHash hash) {
        if (hash != null) {
            hashes.put(COLUMNS.get(column), hash);
        }
    }
}
