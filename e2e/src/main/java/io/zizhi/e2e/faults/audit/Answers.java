package io.zizhi.e2e.faults.audit;

/** The answers to one kind of request. */
interface Answers {

    /** Holds them against what happened, in both directions. */
    void compare(Evidence evidence, Findings findings);
}
