package io.zizhi.platform.timers;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** A kind of aggregate that arms timers. Owner's change, events and the firing are one transaction. */
public interface TimerOwner {

    /** The name under which its timers are armed, for example {@code review}. */
    String ownerType();

    /**
     * Locks those of the owners that nobody else holds ({@code for update skip locked}) and returns their ids, each once;
     * the rest is tried again when the sweeps have passed all that is due. Every writer locks the owner before its timers.
     */
    Uni<List<Long>> lock(List<Long> ownerIds);

    /**
     * Does what the timers mean. Called in the transaction that marks them as fired, with the owners locked.
     *
     * @param timers all that are due of these owners, ordered by owner and due instant: none fires before an earlier one
     *     of its owner, however many sweep
     * @param now database time of the sweep
     */
    Uni<Void> fired(List<FiredTimer> timers, Instant now);
}
