package io.zizhi.review.sla.arrangement;

import io.zizhi.review.sla.reschedule.Move;
import io.zizhi.review.sla.reschedule.Moves;
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

    static PreviewView from(int year, Moves moves) {
        return new PreviewView(year, moves.unfinished(), moves.moving(), moves.shown());
    }
}
