package io.zizhi.platform.operations.audit.anchor;

import java.util.List;
import java.util.Optional;

/** Where a service keeps its anchors, outside its database. Anchors are only ever added. All methods block: see {@link Anchors#call}. */
public interface AnchorStore {

    /** The position before the first anchor. */
    String START = "0";

    /**
     * Anchors in their order.
     *
     * @param anchors without damaged records, which a crash leaves; a gap in the numbers reveals a removed anchor
     * @param next where the next page begins; equal to the asked position at the end
     * @param disturbed anchors that somebody tried to replace or remove, in a store that prevents it
     */
    record Page(List<SignedAnchor> anchors, String next, List<Disturbed> disturbed) {}

    /**
     * An anchor that somebody tried to replace or remove.
     *
     * @param found ids of its versions and delete markers; each further attempt changes them
     */
    record Disturbed(long number, String found) {}

    /**
     * Checks that the store protects what it contains, as far as it can tell.
     *
     * @throws IllegalStateException if it does not; says what to do
     * @throws java.io.UncheckedIOException if the store does not answer
     */
    default void requireProtection() {}

    /** Returns the last anchor. */
    Optional<SignedAnchor> last();

    /**
     * Adds an anchor. It is durable when this method returns.
     *
     * @throws IllegalStateException if another replica is writing an anchor or was faster
     */
    void append(SignedAnchor next);

    /** Returns whether a text of at most 18 digits may be a position in this store. */
    default boolean isPosition(String position) {
        return true;
    }

    /**
     * Returns anchors from a position.
     *
     * @param position {@link #START} or {@link Page#next()} of another page: at most 18 digits
     * @param last number of the last anchor before the position; 0 at the start
     */
    Page read(String position, long last);
}
