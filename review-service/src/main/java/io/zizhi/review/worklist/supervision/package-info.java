/**
 * What supervisors do so that nothing is late: give a review to another reviewer or back to the queue, and give it more
 * time, with a reason that the applicant is told.
 */
@NullMarked
package io.zizhi.review.worklist.supervision;

import org.jspecify.annotations.NullMarked;
