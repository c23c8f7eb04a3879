/**
 * Limits on the work that callers can cause. They cover memory, which accounts share fairly, the rate and duration of
 * every transfer, and quotas per account. {@link io.zizhi.document.limits.DocumentLimits} lists every number with its
 * reason.
 */
@NullMarked
package io.zizhi.document.limits;

import org.jspecify.annotations.NullMarked;
