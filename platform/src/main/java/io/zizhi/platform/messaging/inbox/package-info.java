/** The receiving side: each event takes effect once, in the order of its aggregate. */
@NullMarked
package io.zizhi.platform.messaging.inbox;

import org.jspecify.annotations.NullMarked;
