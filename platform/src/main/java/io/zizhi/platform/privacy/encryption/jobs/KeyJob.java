package io.zizhi.platform.privacy.encryption.jobs;

import io.zizhi.platform.database.Row;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The running job with its position.
 *
 * @param id number of the job
 * @param kind what it does
 * @param accountId the account whose key is replaced; null for all accounts
 * @param step name of the step; empty at the start
 * @param inStep how long the step has lasted
 * @param position position within the step; empty at its start
 * @param changedInStep changes since the step began
 * @param unreadableInStep unreadable things since the step began
 */
public record KeyJob(
        long id,
        KeyJobKind kind,
        @Nullable String accountId,
        String step,
        Duration inStep,
        String position,
        long changedInStep,
        long unreadableInStep) {

    /** Goes on with {@code next} when the step has lasted for {@code wait}; empty before. */
    Optional<Batch> after(Duration wait, String next) {
        return inStep.compareTo(wait) < 0 ? Optional.empty() : Optional.of(Batch.next(next));
    }

    static KeyJob from(Row row) {
        return new KeyJob(
                row.number("id"),
                KeyJobKind.valueOf(row.text("kind")),
                row.textOrNull("account_id"),
                row.text("step"),
                Duration.ofMillis(row.number("milliseconds")),
                row.text("position"),
                row.number("changed_in_step"),
                row.number("unreadable_in_step"));
    }
}
