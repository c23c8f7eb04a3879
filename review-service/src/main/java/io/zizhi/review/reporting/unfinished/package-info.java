/**
 * The work that is not finished, at this moment: how much of it, how old, how far its clock has got and what nobody has
 * touched yet, for the metrics and for the console, whose path calls it open work. Elsewhere in this service what is open is a
 * review in the queue ({@link io.zizhi.review.review.ReviewStatus}) or the time that the {@link io.zizhi.review.clock} counts.
 */
@NullMarked
package io.zizhi.review.reporting.unfinished;

import org.jspecify.annotations.NullMarked;
