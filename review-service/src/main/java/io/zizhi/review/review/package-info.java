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
 *   DECIDED ---- undo, before it is told ----> OPEN
 * </pre>
 *
 * <p>A review's id is the work order (审核工单) of its submission. A claimed review belongs to its reviewer under a lease;
 * every call of the reviewer on it renews the lease, and when it runs out the review is open again,
 * or goes on waiting for its second person. The applicant's
 * withdrawal wins: an unfinished review is cancelled, a decided one is marked superseded. Everybody who changes a review
 * locks its row first and its timers after.
 */
@NullMarked
package io.zizhi.review.review;

import org.jspecify.annotations.NullMarked;
