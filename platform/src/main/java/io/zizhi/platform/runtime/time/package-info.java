/** Business time (a Clock), database time, which timers and leases use, and monotonic time (a Ticker). */
@NullMarked
package io.zizhi.platform.runtime.time;

import org.jspecify.annotations.NullMarked;
