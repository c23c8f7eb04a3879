/**
 * Checks, after a run full of faults, that nothing was lost, duplicated or early. Each {@link
 * io.zizhi.faults.evidence.Invariant} is a class, a pure function of the evidence.
 */
@NullMarked
package io.zizhi.faults.audit;

import org.jspecify.annotations.NullMarked;
