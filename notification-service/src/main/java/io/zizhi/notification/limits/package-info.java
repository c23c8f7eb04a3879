/** Limits on the work that callers and receivers can cause. Each limit states its reason. */
@NullMarked
package io.zizhi.notification.limits;

import org.jspecify.annotations.NullMarked;
