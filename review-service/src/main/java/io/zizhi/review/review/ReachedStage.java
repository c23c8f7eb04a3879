package io.zizhi.review.review;

import io.zizhi.contracts.ReviewEvent;

/**
 * A stage reached by the clock of an unfinished review.
 *
 * @param review the review, with the flag set
 * @param event the event to publish
 */
record ReachedStage(Review review, SlaStage stage, ReviewEvent event) {}
