/**
 * Timers for operators. Nothing needs a retry: every sweep tries all due timers. An operator can release sweeps that
 * the clock guard holds, once the database clock is known to be right.
 */
@NullMarked
package io.zizhi.platform.operations.timers;

import org.jspecify.annotations.NullMarked;
