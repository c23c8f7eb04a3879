package io.zizhi.faults.suite;

import java.util.random.RandomGenerator;

/** A kind of fault. */
public interface Fault {

    /** Returns a short and stable name, such as {@code F1-kill-service}. */
    String name();

    /**
     * Injects the fault, waits for its duration and heals it. Returns when everything runs again.
     *
     * @param random the only source of choices, so that a seed repeats them
     * @return a description for people, such as {@code review-service was away for 3 s}
     * @throws NothingBrokenException if there was nothing to break
     */
    String strike(FaultySuite suite, RandomGenerator random);
}
