/**
 * The unfinished work at this moment: how many reviews, how old they are, which stages their clocks reached, and which
 * nobody has claimed yet. The metrics and the console use it; the console's path calls it open work. Elsewhere in this
 * service, "open" means a review in the queue ({@link io.zizhi.review.review.ReviewStatus}) or the time that the
 * {@link io.zizhi.review.clock} counts.
 */
@NullMarked
package io.zizhi.review.reporting.unfinished;

import org.jspecify.annotations.NullMarked;
