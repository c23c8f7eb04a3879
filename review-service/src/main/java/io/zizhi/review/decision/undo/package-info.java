/**
 * Time to take a decision back (撤销审核结论). Where the policy of a desk gives some, a decision is told only when it is over;
 * before, who made or confirmed it, or a supervisor, may undo it, and the review is in the queue again with its clock going
 * on. What was undone is kept. The applicant's withdrawal wins, and then the decision is never told.
 */
@NullMarked
package io.zizhi.review.decision.undo;

import org.jspecify.annotations.NullMarked;
