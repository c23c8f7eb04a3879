package io.zizhi.review.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one reviewer's decisions in a period.
 *
 * @param reviewerId the {@code sub} of the reviewer's tokens
 * @param decisions number of decisions
 * @param approved number of approvals
 * @param rejected number of rejections
 * @param supplementRequested number of supplement requests
 * @param activeDays number of days of the desk's calendar with at least one decision
 * @param decisionsPerActiveDay decisions per active day; 0 without active days
 * @param breached number of decisions after their target; a reviewer who decides late may have received the review late
 * @param openTime open time from the submission to the decision, in seconds; absent if it is unknown for all
 * @param fourEyesChecks results of four-eyes checks of this reviewer's proposals; absent if there were none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewerFiguresView(
        String reviewerId,
        long decisions,
        long approved,
        long rejected,
        long supplementRequested,
        long activeDays,
        double decisionsPerActiveDay,
        long breached,
        @Nullable Percentiles openTime,
        @Nullable FourEyesChecks fourEyesChecks) {

    /**
     * Results of four-eyes checks in the period.
     *
     * @param confirmed number of confirmed proposals
     * @param returned number of returned proposals
     * @param agreement share of confirmed proposals, 0 to 1
     */
    public record FourEyesChecks(long confirmed, long returned, double agreement) {

        private static @Nullable FourEyesChecks from(Row row) {
            long confirmed = count(row, "confirmed");
            long all = confirmed + count(row, "returned");
            return all == 0 ? null : new FourEyesChecks(confirmed, all - confirmed, (double) confirmed / all);
        }
    }

    static ReviewerFiguresView from(Row row) {
        long decisions = count(row, "decisions");
        long activeDays = count(row, "active_days");
        return new ReviewerFiguresView(
                row.text("reviewer_id"),
                decisions,
                count(row, "approved"),
                count(row, "rejected"),
                count(row, "supplement_requested"),
                activeDays,
                activeDays == 0 ? 0 : (double) decisions / activeDays,
                count(row, "breached"),
                Percentiles.from(row, "open_seconds"),
                FourEyesChecks.from(row));
    }

    private static long count(Row row, String column) {
        Long count = row.numberOrNull(column);
        return count == null ? 0 : count;
    }
}
