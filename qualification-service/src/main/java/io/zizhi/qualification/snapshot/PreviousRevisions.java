package io.zizhi.qualification.snapshot;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.problem.Problems;
import io.zizhi.qualification.revision.Revision;
import io.zizhi.qualification.revision.RevisionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds submitted revisions and what was submitted before them; used inside a transaction. */
@ApplicationScoped
class PreviousRevisions {

    private final RevisionRepository revisions;

    @Inject
    PreviousRevisions(RevisionRepository revisions) {
        this.revisions = revisions;
    }

    /** 404 where there is no such work order. */
    Uni<Revision> submitted(long workOrder) {
        return revisions
                .submitted(workOrder)
                .map(found -> found.orElseThrow(
                        () -> Problems.notFound("WORK_ORDER_NOT_FOUND", "There is no such work order.")));
    }

    /** The revision submitted under {@code number}, or without it the one just before; 404 where there is none. */
    Uni<Revision> before(Revision revision, Optional<Integer> number) {
        int wanted = number.orElse(revision.number().orElseThrow() - 1);
        return revisions
                .numbered(revision.qualificationId(), wanted)
                .map(found -> found.filter(earlier -> earlier.id() != revision.id())
                        .orElseThrow(() -> Problems.notFound(
                                "REVISION_NOT_FOUND",
                                "There is no such revision of the qualification beside this one.")));
    }
}
