package io.zizhi.e2e.faults.nemesis;

import java.util.random.RandomGenerator;

/** One kind of failure. */
public interface Fault {

    /** Short and stable, such as {@code F1-kill-service}. */
    String name();

    /**
     * Lets the failure happen, keeps it up for its time and heals it; returns when all is started again.
     *
     * @param random the only source of choices, so that a seed gives the same ones again
     * @return what was done, for people, such as {@code review-service was away for 3 s}
     * @throws NothingBrokenException where there was nothing to break
     */
    String strike(FaultySuite suite, RandomGenerator random);
}
