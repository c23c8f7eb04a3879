package io.zizhi.faults.audit.answers;

import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;

/** The responses to one kind of request. */
interface Answers {

    /** Compares responses and data in both directions. */
    void compare(Evidence evidence, Findings findings);
}
