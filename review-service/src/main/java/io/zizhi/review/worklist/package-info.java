/**
 * The path of a review to a reviewer: a submission opens it, it waits in the queue, a reviewer claims it, and
 * supervisors can reassign it.
 */
@NullMarked
package io.zizhi.review.worklist;

import org.jspecify.annotations.NullMarked;
