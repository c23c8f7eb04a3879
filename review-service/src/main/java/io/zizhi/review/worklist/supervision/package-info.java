/**
 * Supervision, so that nothing is late: supervisors assign a review to another reviewer, return it to the queue, or
 * extend it with a reason that the applicant sees.
 */
@NullMarked
package io.zizhi.review.worklist.supervision;

import org.jspecify.annotations.NullMarked;
