/**
 * Limits on the work that callers can cause: memory in bytes, shared fairly between accounts; rate and duration of
 * every transfer; quotas per account. {@link io.zizhi.document.limits.DocumentLimits} lists every number with its
 * reason.
 */
@NullMarked
package io.zizhi.document.limits;

import org.jspecify.annotations.NullMarked;
