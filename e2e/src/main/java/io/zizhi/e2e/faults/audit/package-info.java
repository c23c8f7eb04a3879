/**
 * Proves, after a run full of failures, that nothing was lost, nothing happened twice and nothing came early: one class
 * per {@link Invariant}, each a pure function of the {@link Evidence} that was collected past the services.
 */
@NullMarked
package io.zizhi.e2e.faults.audit;

import org.jspecify.annotations.NullMarked;
