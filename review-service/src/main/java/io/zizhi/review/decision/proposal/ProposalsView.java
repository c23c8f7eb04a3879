package io.zizhi.review.decision.proposal;

import java.util.List;

/**
 * The proposals of a review.
 *
 * @param items the last one first
 */
public record ProposalsView(List<ProposalView> items) {}
