package io.zizhi.review.review;

import io.zizhi.contracts.ReviewEvent;

/**
 * A stage that the clock of an unfinished review has reached.
 *
 * @param review which has its flag
 * @param event what is told of it
 */
record ReachedStage(Review review, SlaStage stage, ReviewEvent event) {}
