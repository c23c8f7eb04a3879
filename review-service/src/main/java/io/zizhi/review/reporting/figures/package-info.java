/**
 * Team metrics over a period, for the console: how long reviews took, how many missed their target, what each reviewer
 * decided, and for which reasons. They are exact and computed on request from the rows of
 * {@link io.zizhi.review.decision.measurement} and from proposals. Current work is in
 * {@link io.zizhi.review.reporting.unfinished}.
 */
@NullMarked
package io.zizhi.review.reporting.figures;

import org.jspecify.annotations.NullMarked;
