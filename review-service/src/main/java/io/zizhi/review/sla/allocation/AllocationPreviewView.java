package io.zizhi.review.sla.allocation;

import io.zizhi.review.sla.reschedule.Move;
import io.zizhi.review.sla.reschedule.Moves;
import java.util.List;

/**
 * What other rules would do to the reviews that are not finished.
 *
 * @param unfinished how many reviews are not finished
 * @param moving how many of them would go by another policy, or be due at another time
 * @param moves those, by work order; the first hundred
 */
public record AllocationPreviewView(long unfinished, long moving, List<Move> moves) {

    static AllocationPreviewView from(Moves moves) {
        return new AllocationPreviewView(moves.unfinished(), moves.moving(), moves.shown());
    }
}
