package io.zizhi.review.floor;

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
 * @param decisionsPerActiveDay decisions by active days
 * @param breached how many came after their target; whoever decides them late may have got them late
 * @param openTime from the submission to the decision in open time, in seconds; absent where it is not known of any
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
        @Nullable Percentiles openTime) {

    static ReviewerFiguresView from(Row row) {
        return new ReviewerFiguresView(
                row.text("reviewer_id"),
                row.number("decisions"),
                row.number("approved"),
                row.number("rejected"),
                row.number("supplement_requested"),
                row.number("active_days"),
                (double) row.number("decisions") / row.number("active_days"),
                row.number("breached"),
                Percentiles.from(row, "open_seconds"));
    }
}
