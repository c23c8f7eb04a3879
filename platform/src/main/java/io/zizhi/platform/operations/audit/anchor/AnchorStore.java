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
     */
    record Page(List<SignedAnchor> anchors, String next) {}

    /** Returns the last anchor. */
    Optional<SignedAnchor> last();

    /**
     * Adds an anchor. It is durable when this method returns.
     *
     * @throws IllegalStateException if another replica is writing an anchor or was faster
     */
    void append(SignedAnchor next);

    /** Returns anchors from a position that is {@link #START} or {@link Page#next()} of another page. */
    Page read(String position);
}
