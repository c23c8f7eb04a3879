package io.zizhi.platform.operations.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of blind indexes.
 *
 * @param version its version; 0 is the file `blind-index.json`
 * @param state `ADDED`: searched only, not stored yet. `IN_USE`: its hashes are stored. `RETIRED`: searched only
 * @param createdAt when it was created; for the file, when the database learned of it
 * @param neededUntil when a retired key is deleted; absent while hashes are left that were not computed again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndexKeyView(
        int version,
        State state,
        Instant createdAt,
        @Nullable Instant neededUntil) {

    /** State of a key of blind indexes. */
    public enum State {
        /** Replicas search with it but do not store its hashes yet. */
        ADDED,
        /** Its hashes are stored. */
        IN_USE,
        /** Replicas only search with it. */
        RETIRED
    }

    static IndexKeyView from(Row row) {
        return new IndexKeyView(
                Math.toIntExact(row.number("version")),
                State.valueOf(row.text("state")),
                row.instant("created_at"),
                row.instantOrNull("needed_until"));
    }
}
