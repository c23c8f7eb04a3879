/**
 * The clock, explained: when a submission would be due, and why the stages of a review are due when they are, by which
 * version of its policy and of the calendar, and what has fired.
 */
@NullMarked
package io.zizhi.review.schedule;

import org.jspecify.annotations.NullMarked;
