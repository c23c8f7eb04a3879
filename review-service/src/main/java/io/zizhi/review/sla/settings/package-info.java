/**
 * The stored data of the clock: versions, which never change, of policies, of the policy allocation and of the years of
 * the calendar. A change of one of them creates a revision of the whole. Each review stores the revision that it was
 * computed from.
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
