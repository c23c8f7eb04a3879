package io.zizhi.platform.timers;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** A kind of aggregate that arms timers. The owner's change, its events and the firing share one transaction. */
public interface TimerOwner {

    /** Returns the name under which its timers are armed, for example {@code review}. */
    String ownerType();

    /**
     * Locks the owners that no other transaction has locked ({@code for update skip locked}) and returns their ids,
     * each once. The sweep retries the others after it has passed all due timers. Every writer must lock the owner
     * before its timers.
     */
    Uni<List<Long>> lock(List<Long> ownerIds);

    /**
     * Performs the actions of the timers. Called in the transaction that marks them as fired, with the owners locked.
     *
     * @param timers all due timers of these owners, ordered by owner and due instant. A timer never fires before an
     *     earlier one of its owner, however many replicas sweep.
     * @param now database time of the sweep
     */
    Uni<Void> fired(List<FiredTimer> timers, Instant now);
}
