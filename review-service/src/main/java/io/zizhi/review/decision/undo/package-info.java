/**
 * Undoing a decision (撤销审核结论). Where the desk's policy sets an undo window, a decision is published only when the
 * window ends. Before that, supervisors and the reviewers who made or confirmed it may undo it. The review then returns
 * to the queue and its clock keeps running. Undone decisions are kept. If the applicant withdraws, the decision is
 * never published.
 */
@NullMarked
package io.zizhi.review.decision.undo;

import org.jspecify.annotations.NullMarked;
