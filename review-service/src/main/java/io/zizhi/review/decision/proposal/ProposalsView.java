package io.zizhi.review.decision.proposal;

import java.util.List;

/**
 * The proposals of a review.
 *
 * @param items the latest first
 */
public record ProposalsView(List<ProposalView> items) {}
