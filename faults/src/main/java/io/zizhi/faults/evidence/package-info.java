/**
 * The {@link Evidence} of a run, collected directly from databases, topics and files once the suite is at rest. An
 * {@link Invariant} is a pure function of it, and its {@link Findings} become violations.
 */
@NullMarked
package io.zizhi.faults.evidence;

import org.jspecify.annotations.NullMarked;
