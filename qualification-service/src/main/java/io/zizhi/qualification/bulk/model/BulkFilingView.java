package io.zizhi.qualification.bulk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bulk filing, as shown to its account.
 *
 * @param id its id
 * @param state whether the filing is running, completed or cancelled
 * @param rows number of rows to submit
 * @param skipped number of rows of the sheet that were left out: its example, rows that the sheet marks as submitted, and
 *     rows in the state SKIPPED
 * @param counts number of rows in each state
 * @param createdAt when the sheet was uploaded
 * @param cancelledAt when it was cancelled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkFilingView(
        long id,
        State state,
        int rows,
        int skipped,
        Counts counts,
        Instant createdAt,
        @Nullable Instant cancelledAt) {

    public static BulkFilingView from(BulkFiling filing, Map<RowState, Long> counts) {
        boolean open = counts.keySet().stream().anyMatch(RowState::isOpen);
        int before = counts.getOrDefault(RowState.SKIPPED, 0L).intValue();
        State ended = filing.cancelledAt().isPresent() ? State.CANCELLED : State.COMPLETED;
        return new BulkFilingView(
                filing.id(),
                open ? State.RUNNING : ended,
                filing.rowCount() - before,
                filing.skippedCount() + before,
                Counts.from(counts),
                filing.createdAt(),
                filing.cancelledAt().orElse(null));
    }

    /** The state of a bulk filing. */
    public enum State {
        /** Some rows are still being processed or wait for a phone verification or a letter. */
        RUNNING,

        /** No row is open any more. */
        COMPLETED,

        /** The filing was cancelled, and no row is open any more. */
        CANCELLED
    }

    /**
     * The number of rows in each state. Skipped rows are not among them.
     *
     * @param waiting not yet drafted
     * @param drafted drafted but not yet evaluated
     * @param awaitingPhone valid except that the administrator's phone is not verified
     * @param awaitingLetter valid except that the letter is in review
     * @param ready ready to be submitted
     * @param submitted submitted for review
     * @param failed rejected by a rule
     * @param invalid could not be parsed
     * @param cancelled cancelled
     */
    public record Counts(
            long waiting,
            long drafted,
            long awaitingPhone,
            long awaitingLetter,
            long ready,
            long submitted,
            long failed,
            long invalid,
            long cancelled) {

        static Counts from(Map<RowState, Long> counts) {
            return new Counts(
                    counts.getOrDefault(RowState.WAITING, 0L),
                    counts.getOrDefault(RowState.DRAFTED, 0L),
                    counts.getOrDefault(RowState.AWAITING_PHONE, 0L),
                    counts.getOrDefault(RowState.AWAITING_LETTER, 0L),
                    counts.getOrDefault(RowState.READY, 0L),
                    counts.getOrDefault(RowState.SUBMITTED, 0L),
                    counts.getOrDefault(RowState.FAILED, 0L),
                    counts.getOrDefault(RowState.INVALID, 0L),
                    counts.getOrDefault(RowState.CANCELLED, 0L));
        }
    }
}
