package io.zizhi.qualification.filing.submission;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.InForceView;
import io.zizhi.qualification.model.qualification.QualificationFormView;
import io.zizhi.qualification.model.qualification.QualificationView;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.revision.RevisionSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Builds the response to a repeated submission, which is the original one. */
@ApplicationScoped
class OriginalResponse {

    private final DossierRepository dossiers;
    private final RevisionRepository revisions;
    private final RevisionSeal seal;

    OriginalResponse(DossierRepository dossiers, RevisionRepository revisions, RevisionSeal seal) {
        this.dossiers = dossiers;
        this.revisions = revisions;
        this.seal = seal;
    }

    Uni<QualificationView> of(SubmissionRequest request, EarlierSubmission earlier) {
        return dossiers.find(request.accountId(), request.id())
                .chain(dossier -> inForceThen(dossier, earlier)
                        .chain(inForce -> revisions
                                .submitted(earlier.workOrder())
                                .map(revision -> view(dossier, revision.orElseThrow(), earlier, inForce))));
    }

    private Uni<Optional<InForceView>> inForceThen(Dossier dossier, EarlierSubmission earlier) {
        Long workOrder = earlier.inForceOrder();
        return workOrder == null
                ? Uni.createFrom().item(Optional.empty())
                : revisions
                        .submitted(workOrder)
                        .map(found -> found.map(
                                approved -> InForceView.from(approved, seal.open(approved, dossier.cipher()))));
    }

    private QualificationView view(
            Dossier dossier, Revision submitted, EarlierSubmission earlier, Optional<InForceView> inForce) {
        QualificationFormView form = QualificationFormView.from(seal.open(submitted, dossier.cipher()));
        return QualificationView.accepted(dossier, submitted, form, earlier.version(), inForce.orElse(null));
    }
}
