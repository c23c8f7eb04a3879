package io.zizhi.review.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.operations.Row;
import org.jspecify.annotations.Nullable;

/**
 * What one reviewer decided in a period.
 *
 * @param reviewerId who, the subject of their token
 * @param decisions how many
 * @param approved how many of them were approvals
 * @param rejected how many were rejections
 * @param supplementRequested how many asked for more material
 * @param activeDays on how many days of the desk's calendar they decided anything
 * @param decisionsPerActiveDay decisions by active days; 0 without any
 * @param breached how many came after their target; whoever decides them late may have got them late
 * @param openTime from the submission to the decision in open time, in seconds; absent where it is not known of any
 * @param secondLooks what second persons said of the decisions that they proposed; absent where none looked at any
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
        @Nullable SecondLooks secondLooks) {

    /**
     * Proposed decisions that a second person looked at in the period.
     *
     * @param confirmed how many they agreed with
     * @param returned how many they did not
     * @param agreement share of those that they agreed with, 0 to 1
     */
    public record SecondLooks(long confirmed, long returned, double agreement) {

        private static @Nullable SecondLooks from(Row row) {
            long confirmed = count(row, "confirmed");
            long all = confirmed + count(row, "returned");
            return all == 0 ? null : new SecondLooks(confirmed, all - confirmed, (double) confirmed / all);
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
                SecondLooks.from(row));
    }

    private static long count(Row row, String column) {
        Long count = row.numberOrNull(column);
        return count == null ? 0 : count;
    }
}
