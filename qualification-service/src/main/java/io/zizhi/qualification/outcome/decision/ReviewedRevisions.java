package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the revision under review. If there is none, it fails and the event is parked. */
@ApplicationScoped
class ReviewedRevisions {

    private final RevisionRepository revisions;

    ReviewedRevisions(RevisionRepository revisions) {
        this.revisions = revisions;
    }

    Uni<Revision> of(long workOrder) {
        return revisions
                .submitted(workOrder)
                .map(found -> found.orElseThrow(
                        () -> new IllegalStateException("No revision was submitted as work order " + workOrder)));
    }
}
