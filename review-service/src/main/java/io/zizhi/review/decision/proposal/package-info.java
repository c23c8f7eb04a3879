/**
 * Decisions that wait for a second pair of eyes. A proposal is a whole decision, kept encrypted until another person, who
 * has claimed the review in turn, confirms it or returns it with a note; nobody outside the desk sees it before.
 *
 * <pre>
 *   WAITING ---- confirm ----> CONFIRMED   the review is DECIDED
 *      |  \----- return -----> RETURNED    the review is OPEN again
 *      \-------- withdraw ---> CANCELLED   the review is CANCELLED
 * </pre>
 */
@NullMarked
package io.zizhi.review.decision.proposal;

import org.jspecify.annotations.NullMarked;
