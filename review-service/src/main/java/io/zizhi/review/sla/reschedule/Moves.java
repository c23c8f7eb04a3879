package io.zizhi.review.sla.reschedule;

import java.util.List;
import java.util.stream.Stream;

/**
 * The effect of a change on unfinished reviews.
 *
 * @param unfinished number of unfinished reviews
 * @param moving number of reviews whose due instants would move
 * @param shown the moving reviews by work order; the first hundred
 */
public record Moves(long unfinished, long moving, List<Move> shown) {

    private static final int SHOWN = 100;

    static final Moves NONE = new Moves(0, 0, List.of());

    /** Adds a batch of reviews; {@code moves} are the reviews whose due instants would move. */
    Moves and(int further, List<Move> moves) {
        return new Moves(
                unfinished + further,
                moving + moves.size(),
                Stream.concat(shown.stream(), moves.stream()).limit(SHOWN).toList());
    }
}
