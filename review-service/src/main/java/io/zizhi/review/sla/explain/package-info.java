/**
 * Explains the clock: when a submission would be due, and why a review is due when it is. It shows the versions of
 * policy and calendar, the stages that fired, and the steps that moved the due time. Steps are kept for ever, each with
 * the clock before and after.
 */
@NullMarked
package io.zizhi.review.sla.explain;

import org.jspecify.annotations.NullMarked;
