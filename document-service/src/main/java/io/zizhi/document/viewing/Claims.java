package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;

/** Who works on what at the review desk. */
public interface Claims {

    /**
     * Whether the reviewer holds a live claim on a review whose revision holds the document. Fails with 503 when that
     * cannot be found out.
     */
    Uni<Boolean> holds(String reviewerId, String documentId);
}
