package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;

/** Claims of reviewers at the review desk. */
public interface Claims {

    /**
     * Returns whether the reviewer has a live claim on a review whose revision contains the document. Fails with 503 if
     * review-service cannot answer, and with 429 if the reviewer has viewed too much.
     */
    Uni<Boolean> holds(String reviewerId, String documentId);
}
