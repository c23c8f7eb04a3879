package io.zizhi.review.sla.allocation;

import io.zizhi.review.sla.reschedule.Move;
import io.zizhi.review.sla.reschedule.Moves;
import java.util.List;

/**
 * The effect of other allocation rules on unfinished reviews.
 *
 * @param unfinished number of unfinished reviews
 * @param moving number of reviews that would get another policy or due time
 * @param moves the moving reviews by work order; the first hundred
 */
public record AllocationPreviewView(long unfinished, long moving, List<Move> moves) {

    static AllocationPreviewView from(Moves moves) {
        return new AllocationPreviewView(moves.unfinished(), moves.moving(), moves.shown());
    }
}
