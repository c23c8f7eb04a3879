package io.zizhi.review.secondeyes;

import io.smallrye.mutiny.Uni;

/** What was submitted, which belongs to qualification-service. */
interface SubmittedContent {

    /**
     * Whether nothing that is judged was changed between the submission of an earlier decision and that of {@code workOrder}.
     * Fails when the service cannot be asked.
     */
    Uni<Boolean> isUnchanged(long workOrder, EarlierDecision earlier);
}
