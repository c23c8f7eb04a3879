package io.zizhi.qualification.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bulk filing, as its account sees it.
 *
 * @param id its id
 * @param state whether anything is still done about it
 * @param rows how many rows it has
 * @param counts how many rows are how far
 * @param createdAt when it was handed in
 * @param cancelledAt when it was called off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkFilingView(
        long id,
        State state,
        int rows,
        Counts counts,
        Instant createdAt,
        @Nullable Instant cancelledAt) {

    static BulkFilingView from(BulkFiling filing, Map<RowState, Long> counts) {
        boolean open = counts.keySet().stream().anyMatch(RowState::isOpen);
        State ended = filing.cancelledAt().isPresent() ? State.CANCELLED : State.COMPLETED;
        return new BulkFilingView(
                filing.id(),
                open ? State.RUNNING : ended,
                filing.rowCount(),
                Counts.from(counts),
                filing.createdAt(),
                filing.cancelledAt().orElse(null));
    }

    /** Whether anything is still done about a bulk filing. */
    public enum State {
        /** Rows are worked on, or wait for a phone. */
        RUNNING,

        /** Every row has ended. */
        COMPLETED,

        /** It was called off, and every row has ended. */
        CANCELLED
    }

    /**
     * How many rows are how far.
     *
     * @param waiting not drafted yet
     * @param drafted a draft that is not evaluated yet
     * @param awaitingPhone good but for the administrator's phone
     * @param ready to be submitted
     * @param submitted in review
     * @param failed refused by a rule
     * @param invalid could not be read
     * @param cancelled called off
     */
    public record Counts(
            long waiting,
            long drafted,
            long awaitingPhone,
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
                    counts.getOrDefault(RowState.READY, 0L),
                    counts.getOrDefault(RowState.SUBMITTED, 0L),
                    counts.getOrDefault(RowState.FAILED, 0L),
                    counts.getOrDefault(RowState.INVALID, 0L),
                    counts.getOrDefault(RowState.CANCELLED, 0L));
        }
    }
}
