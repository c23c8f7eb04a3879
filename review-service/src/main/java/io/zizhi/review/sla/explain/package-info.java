/**
 * The clock, explained: when a submission would be due, and why the stages of a review are due when they are, by which
 * version of its policy and of the calendar, what has fired, and what has moved them. The steps that move a due time are
 * kept for ever, each with how the clock stood before and after.
 */
@NullMarked
package io.zizhi.review.sla.explain;

import org.jspecify.annotations.NullMarked;
