package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Claims of reviewers at the review desk. */
public interface Claims {

    /**
     * Returns the work order of a review that the reviewer has claimed, and whose revision or earlier revisions contain
     * the document; empty if there is none. Fails with 503 if review-service cannot answer, and with 429 if the reviewer
     * has viewed too much.
     *
     * @param opens whether the reviewer can read the document then; otherwise the desk does not regard it as opened
     */
    Uni<Optional<Long>> find(String reviewerId, String documentId, boolean opens);
}
