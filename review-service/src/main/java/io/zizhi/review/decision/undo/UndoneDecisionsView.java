package io.zizhi.review.decision.undo;

import java.util.List;

/**
 * The decisions of a review that were undone.
 *
 * @param items the last one first
 */
public record UndoneDecisionsView(List<UndoneDecisionView> items) {}
