/**
 * What is counted and measured of each decision: how long the review waited for its first reviewer and for its end, by the
 * clock on the wall and in open time, whether it missed its target, who decided it and for which reasons. One row for each
 * decision, written in the transaction that tells it, and the metrics that go with it.
 *
 * <p>{@link io.zizhi.review.reporting.figures} over a period are made of these rows, and of the proposals that a second person looked at.
 */
@NullMarked
package io.zizhi.review.decision.measurement;

import org.jspecify.annotations.NullMarked;
