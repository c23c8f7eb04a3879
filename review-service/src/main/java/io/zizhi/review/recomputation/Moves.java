package io.zizhi.review.recomputation;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a change would do to the reviews that are not finished.
 *
 * @param unfinished how many reviews are not finished
 * @param moving how many of them would go by another policy, or be due at another time
 * @param moves those, by work order; the first hundred
 */
public record Moves(long unfinished, long moving, List<Move> moves) {

    private static final int SHOWN = 100;

    static final Moves NONE = new Moves(0, 0, List.of());

    /** With further reviews, of which those move. */
    Moves and(int further, List<Move> more) {
        return new Moves(
                unfinished + further,
                moving + more.size(),
                Stream.concat(moves.stream(), more.stream()).limit(SHOWN).toList());
    }
}
