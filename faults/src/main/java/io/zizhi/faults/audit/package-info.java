/**
 * Checks, after a run full of faults, that nothing was lost, duplicated or early. Each {@link Invariant} is a class, a
 * pure function of the {@link Evidence} that was collected directly from databases, topics and files.
 */
@NullMarked
package io.zizhi.faults.audit;

import org.jspecify.annotations.NullMarked;
