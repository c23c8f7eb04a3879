package io.zizhi.qualification.catalogue.timeline;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds the work order of a qualification's open review. */
@ApplicationScoped
class FindOpenReview {

    private final QualificationRepository qualifications;
    private final RevisionRepository revisions;

    FindOpenReview(QualificationRepository qualifications, RevisionRepository revisions) {
        this.qualifications = qualifications;
        this.revisions = revisions;
    }

    /** Returns empty if the qualification is not in review; fails with 404 if it does not exist. */
    @WithSession
    Uni<Optional<Long>> workOrder(long qualificationId) {
        return qualifications
                .findAny(qualificationId)
                .chain(qualification -> qualification
                        .currentRevision()
                        .filter(qualification::awaitsDecisionOn)
                        .map(revision -> revisions.findById(revision).map(Revision::workOrder))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }
}
