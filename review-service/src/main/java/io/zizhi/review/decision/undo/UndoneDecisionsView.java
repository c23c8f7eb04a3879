package io.zizhi.review.decision.undo;

import java.util.List;

/**
 * The undone decisions of a review.
 *
 * @param items the latest first
 */
public record UndoneDecisionsView(List<UndoneDecisionView> items) {}
