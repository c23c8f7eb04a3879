/** Business time (a Clock) and database time, which timers and leases use. */
@NullMarked
package io.zizhi.platform.runtime.time;

import org.jspecify.annotations.NullMarked;
