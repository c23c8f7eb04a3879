/**
 * The figures of each decision: how long the review waited for its first reviewer and for its decision, in wall-clock
 * time and in open time, whether it missed its target, who decided it, and for which reasons. Each decision has one
 * row, written in the transaction that publishes it, and increments the metrics.
 *
 * <p>{@link io.zizhi.review.reporting.figures} computes team metrics from these rows and from the proposals that second
 * reviewers checked.
 */
@NullMarked
package io.zizhi.review.decision.measurement;

import org.jspecify.annotations.NullMarked;
