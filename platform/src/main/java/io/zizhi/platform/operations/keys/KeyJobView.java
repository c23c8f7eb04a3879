package io.zizhi.platform.operations.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobKind;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job on keys.
 *
 * @param id number of the job
 * @param kind what it does
 * @param accountId account whose key is replaced
 * @param state of the job
 * @param startedBy the operator who started it
 * @param reason why it was started
 * @param startedAt when it was started
 * @param finishedAt when it ended
 * @param step what it does now; empty before the first step
 * @param processed rows, objects and keys that it has compared so far; a repeated walk counts again
 * @param changed values, objects and keys that it has encrypted or computed again so far
 * @param unreadable values that no key decrypts; the log names them
 * @param failure why it makes no progress
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyJobView(
        long id,
        KeyJobKind kind,
        @Nullable String accountId,
        KeyJobState state,
        String startedBy,
        String reason,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String step,
        long processed,
        long changed,
        long unreadable,
        @Nullable String failure) {

    static KeyJobView from(Row row) {
        return new KeyJobView(
                row.number("id"),
                KeyJobKind.valueOf(row.text("kind")),
                row.textOrNull("account_id"),
                KeyJobState.valueOf(row.text("state")),
                row.text("started_by"),
                row.text("reason"),
                row.instant("started_at"),
                row.instantOrNull("finished_at"),
                row.text("step"),
                row.number("processed"),
                row.number("changed"),
                row.number("unreadable"),
                row.textOrNull("failure"));
    }
}
