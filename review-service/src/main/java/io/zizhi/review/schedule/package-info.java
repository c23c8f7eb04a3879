/**
 * The clock of one review, explained: why its stages are due when they are, by which policy and which years of the
 * calendar, and what has fired.
 */
@NullMarked
package io.zizhi.review.schedule;

import org.jspecify.annotations.NullMarked;
