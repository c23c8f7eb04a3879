package io.zizhi.qualification.model.revision;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The approval by another system from which a revision was imported.
 *
 * @param sourceSystem the other system
 * @param sourceReference the qualification's number in that system
 * @param approvedOn day of that approval, in Asia/Shanghai
 * @param validUntil last day of that approval, in Asia/Shanghai; null if it does not end
 */
public record Provenance(
        String sourceSystem,
        String sourceReference,
        LocalDate approvedOn,
        @Nullable LocalDate validUntil) {

    /** Maximum length of the names of systems and of references. */
    public static final int MAX_LENGTH = 100;

    private static final String SYSTEM = "sourceSystem";
    private static final String REFERENCE = "sourceReference";
    private static final String APPROVED_ON = "approvedOn";
    private static final String VALID_UNTIL = "validUntil";

    /** Returns the fields by name, for the timeline and for storage. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>(
                Map.of(SYSTEM, sourceSystem, REFERENCE, sourceReference, APPROVED_ON, approvedOn.toString()));
        Optional.ofNullable(validUntil).ifPresent(day -> fields.put(VALID_UNTIL, day.toString()));
        return fields;
    }

    static Provenance from(JsonObject stored) {
        String last = stored.getString(VALID_UNTIL);
        return new Provenance(
                stored.getString(SYSTEM),
                stored.getString(REFERENCE),
                LocalDate.parse(stored.getString(APPROVED_ON)),
                last == null ? null : LocalDate.parse(last));
    }
}
