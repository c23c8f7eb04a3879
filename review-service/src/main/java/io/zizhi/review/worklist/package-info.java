/**
 * The way of a review to a reviewer: it is opened by a submission, waits in the queue, is claimed, and is reassigned by
 * supervisors.
 */
@NullMarked
package io.zizhi.review.worklist;

import org.jspecify.annotations.NullMarked;
