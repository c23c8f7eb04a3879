/**
 * Figures for the floor over a period, for the console: how long reviews took, how many missed their target, what each
 * reviewer decided, and for which reasons. They are exact, made of the rows of {@link io.zizhi.review.decision.measurement} and of
 * proposals when somebody asks; what goes on at this moment is in {@link io.zizhi.review.reporting.unfinished}.
 */
@NullMarked
package io.zizhi.review.reporting.figures;

import org.jspecify.annotations.NullMarked;
