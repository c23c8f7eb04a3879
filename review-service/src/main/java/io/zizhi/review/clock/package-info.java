/**
 * The review clock: computes when a submission is due.
 *
 * <p>All policies use one algorithm. A target is an amount of open time on a calendar. A review is due when that much
 * open time has passed since the submission. Open time is a daily window in Asia/Shanghai on each open day. The policy
 * defines the open days, the target, and the shares of the target at which to warn and to escalate:
 *
 * <pre>
 * submittedAt ---75 %---> warnAt ---100 %---> dueAt ---150 %---> escalateAt     (counted in open time only)
 * </pre>
 *
 * <p>{@link io.zizhi.review.clock.ReviewClock} is plain Java. Its input is versioned data,
 * {@link io.zizhi.review.clock.ClockData}, and {@code GET /v1/clock/due} shows the computation.
 */
@NullMarked
package io.zizhi.review.clock;

import org.jspecify.annotations.NullMarked;
