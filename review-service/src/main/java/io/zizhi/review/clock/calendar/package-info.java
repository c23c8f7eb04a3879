/**
 * Holidays and make-up workdays in mainland China.
 *
 * <p>The State Council publishes both each year, so they are data: one entry per published year. A year that is not
 * loaded is unknown, not empty. Its days are classified by the day of the week and the statutory days, and every
 * result that depends on such a day is provisional.
 */
@NullMarked
package io.zizhi.review.clock.calendar;

import org.jspecify.annotations.NullMarked;
