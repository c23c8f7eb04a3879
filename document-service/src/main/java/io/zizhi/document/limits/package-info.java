/**
 * What callers can make this service spend, and how it is bounded: memory in bytes, shared fairly between accounts; the rate
 * and the duration of every transfer; quotas of an account. {@link io.zizhi.document.limits.DocumentLimits} has every number
 * and its reason.
 */
@NullMarked
package io.zizhi.document.limits;

import org.jspecify.annotations.NullMarked;
