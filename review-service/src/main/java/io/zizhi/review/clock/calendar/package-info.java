/**
 * Which days are holidays and which are made-up workdays in mainland China.
 *
 * <p>The State Council arranges both anew for each year, so they are data: one entry per published year. A year that is
 * not loaded is unknown, not empty: its days are judged by the fixed statutory dates alone, and every result that rests
 * on such a day is provisional.
 */
@NullMarked
package io.zizhi.review.clock.calendar;

import org.jspecify.annotations.NullMarked;
