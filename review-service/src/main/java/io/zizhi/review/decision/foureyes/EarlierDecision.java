package io.zizhi.review.decision.foureyes;

import io.zizhi.contracts.ReviewSubject;

/**
 * The last decision about the same qualification or letter, which a new one contradicts.
 *
 * @param subject a qualification or a letter
 * @param workOrder work order of the decided submission
 * @param revision number of the revision that was decided
 */
record EarlierDecision(ReviewSubject subject, long workOrder, int revision) {}
