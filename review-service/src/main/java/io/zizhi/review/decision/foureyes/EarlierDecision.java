package io.zizhi.review.decision.foureyes;

import io.zizhi.contracts.ReviewSubject;

/**
 * The last decision about the same qualification or letter, which is contradicted.
 *
 * @param subject what both are about
 * @param workOrder of the submission that was decided
 * @param revision number of the revision that was decided
 */
record EarlierDecision(ReviewSubject subject, long workOrder, int revision) {}
