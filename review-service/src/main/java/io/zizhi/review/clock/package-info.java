/**
 * The review clock: when is a submission due?
 *
 * <p>One algorithm for every policy. A target is an amount of open time on a calendar; the due instant is when that much
 * open time has passed since the submission. Open time is a daily window in Asia/Shanghai on each open day; the policy
 * says which days are open, how long the target is and at which share of it to warn and to escalate:
 *
 * <pre>
 * submittedAt ---75 %---> warnAt ---100 %---> dueAt ---150 %---> escalateAt     (counted in open time only)
 * </pre>
 *
 * <p>{@link io.zizhi.review.clock.ReviewClock} is plain Java; what it reckons by is data with versions, {@link
 * io.zizhi.review.clock.ClockData}, and {@code GET /v1/clock/due} shows its reckoning.
 */
@NullMarked
package io.zizhi.review.clock;

import org.jspecify.annotations.NullMarked;
