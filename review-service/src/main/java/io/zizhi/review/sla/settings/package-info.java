/**
 * What the clock reckons by, in tables: versions of policies, of who gets which and of the years of the calendar that never
 * change. A change of one of them is a revision of the whole, and a review knows by which revision it was reckoned.
 *
 * <pre>
 * revision 1            2                3
 *   STANDARD v1  ----->  STANDARD v2 -->
 *   2026 v1      ---------------------->  2027 v1
 * </pre>
 */
@NullMarked
package io.zizhi.review.sla.settings;

import org.jspecify.annotations.NullMarked;
