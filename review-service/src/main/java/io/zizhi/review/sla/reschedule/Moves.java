package io.zizhi.review.sla.reschedule;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a change would do to the reviews that are not finished.
 *
 * @param unfinished how many there are
 * @param moving how many of them would change
 * @param shown the first hundred of those, by work order
 */
public record Moves(long unfinished, long moving, List<Move> shown) {

    private static final int SHOWN = 100;

    static final Moves NONE = new Moves(0, 0, List.of());

    /** With further reviews, of which those move. */
    Moves and(int further, List<Move> moves) {
        return new Moves(
                unfinished + further,
                moving + moves.size(),
                Stream.concat(shown.stream(), moves.stream()).limit(SHOWN).toList());
    }
}
