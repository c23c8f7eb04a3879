/** Monotonic time and delayed actions, for limits that tests measure in virtual time. */
@NullMarked
package io.zizhi.platform.ticker;

import org.jspecify.annotations.NullMarked;
