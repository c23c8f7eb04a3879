package io.zizhi.faults.audit;

/** The responses to one kind of request. */
interface Answers {

    /** Compares responses and data in both directions. */
    void compare(Evidence evidence, Findings findings);
}
