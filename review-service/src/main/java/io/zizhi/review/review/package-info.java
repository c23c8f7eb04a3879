/**
 * The review desk: one review for each submission, from its arrival to its end.
 *
 * <pre>
 *              claim                  decide
 *   OPEN ----------------> CLAIMED ----------------> DECIDED
 *    |  <----------------   |  |                        ^
 *    |   release, lease over|  | propose                | confirm
 *    |                      |  +-------> PROPOSED ------+
 *    |  <---------------------------------|  |
 *    |               return |                |
 *    +-------- withdraw ----+----------------+---> CANCELLED
 *
 *   DECIDED ---- undo, before publication ----> OPEN
 * </pre>
 *
 * <p>A review's id is the work order (审核工单) of its submission. A claimed review belongs to its reviewer under a lease.
 * Every call of the reviewer on the review renews the lease. When the lease expires, the review is open again or keeps
 * waiting for its second reviewer. The applicant's withdrawal wins: an unfinished review is cancelled, a decided one is
 * marked superseded. Every change of a review locks its row first and its timers afterwards.
 */
@NullMarked
package io.zizhi.review.review;

import org.jspecify.annotations.NullMarked;
