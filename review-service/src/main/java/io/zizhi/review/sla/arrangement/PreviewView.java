package io.zizhi.review.sla.arrangement;

import io.zizhi.review.sla.reschedule.Move;
import io.zizhi.review.sla.reschedule.Moves;
import java.util.List;

/**
 * The effect of loading a year on unfinished reviews.
 *
 * @param year the year
 * @param unfinished number of unfinished reviews
 * @param moving number of reviews that would get another due time or {@code provisional} flag
 * @param moves the moving reviews by work order; the first hundred
 */
public record PreviewView(int year, long unfinished, long moving, List<Move> moves) {

    static PreviewView from(int year, Moves moves) {
        return new PreviewView(year, moves.unfinished(), moves.moving(), moves.shown());
    }
}
