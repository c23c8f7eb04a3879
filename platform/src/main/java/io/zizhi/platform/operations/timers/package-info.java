/**
 * Timers as an operator sees them. There is nothing to retry: a due timer is tried at every sweep. What an operator can do
 * is to let a sweep go on that the clock guard holds, once the database clock is known to be right.
 */
@NullMarked
package io.zizhi.platform.operations.timers;

import org.jspecify.annotations.NullMarked;
