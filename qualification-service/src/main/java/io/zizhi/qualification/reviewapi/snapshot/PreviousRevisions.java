package io.zizhi.qualification.reviewapi.snapshot;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds submitted revisions and the revisions to compare them with. Must be called inside a session. */
@ApplicationScoped
class PreviousRevisions {

    private final RevisionRepository revisions;
    private final QualificationRepository qualifications;

    PreviousRevisions(RevisionRepository revisions, QualificationRepository qualifications) {
        this.revisions = revisions;
        this.qualifications = qualifications;
    }

    /** Fails with 404 if the work order does not exist. */
    Uni<Revision> submitted(long workOrder) {
        return revisions
                .submitted(workOrder)
                .map(found -> found.orElseThrow(
                        () -> Problems.notFound("WORK_ORDER_NOT_FOUND", "There is no such work order.")));
    }

    /** Returns the revision to compare with; fails with 404 if it does not exist. */
    Uni<Revision> before(Revision revision, BeforeName from) {
        Uni<Optional<Revision>> wanted = from.inForce()
                ? inForce(revision.qualificationId())
                : revisions.numbered(
                        revision.qualificationId(),
                        from.numberBefore(revision.number().orElseThrow()));
        return wanted.map(found -> found.filter(earlier -> earlier.id() != revision.id())
                .orElseThrow(
                        () -> Problems.notFound("REVISION_NOT_FOUND", "The revision to compare with does not exist.")));
    }

    private Uni<Optional<Revision>> inForce(long qualificationId) {
        return qualifications
                .findAny(qualificationId)
                .chain(qualification -> qualification
                        .inForceRevision()
                        .map(revisions::findById)
                        .map(found -> found.map(Optional::ofNullable))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }
}
