package io.zizhi.review.arrangement;

import java.time.Instant;
import java.util.List;

/**
 * What loading a year would do to the reviews that are not finished.
 *
 * @param year the year
 * @param unfinished how many reviews are not finished
 * @param moving how many of them would be due at another time, or no longer or newly provisional
 * @param moves those, by work order; the first hundred
 */
public record PreviewView(int year, long unfinished, long moving, List<Move> moves) {

    /**
     * A review that would change.
     *
     * @param workOrder the review
     * @param policy by which clock
     * @param dueAt when it is due
     * @param dueAtThen when it would be due
     * @param provisional whether a day without a published calendar is counted on the way to its escalation
     * @param provisionalThen whether one would be
     */
    public record Move(
            long workOrder,
            String policy,
            Instant dueAt,
            Instant dueAtThen,
            boolean provisional,
            boolean provisionalThen) {}
}
