package io.zizhi.qualification.filing.submission;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.InForceView;
import io.zizhi.qualification.model.qualification.QualificationFormView;
import io.zizhi.qualification.model.qualification.QualificationView;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.revision.RevisionSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Answers a repeated submission with the original response. A repeat must have the same qualification and version.
 * Otherwise it fails with 422, so that a later submission is never mistaken for a repeat.
 */
@ApplicationScoped
public class FindEarlierSubmission {

    private final SubmissionKeyRepository keys;
    private final DossierRepository dossiers;
    private final RevisionRepository revisions;
    private final RevisionSeal seal;

    FindEarlierSubmission(
            SubmissionKeyRepository keys, DossierRepository dossiers, RevisionRepository revisions, RevisionSeal seal) {
        this.keys = keys;
        this.dossiers = dossiers;
        this.revisions = revisions;
        this.seal = seal;
    }

    @WithTransaction
    public Uni<Optional<QualificationView>> handle(Caller caller, long id, long version, IdempotencyKey key) {
        String accountId = caller.requireAccount();
        return keys.find(accountId, key)
                .chain(earlier -> earlier.map(submission -> answerOf(accountId, id, version, submission))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<QualificationView>> answerOf(
            String accountId, long id, long version, EarlierSubmission earlier) {
        if (earlier.qualificationId() != id || earlier.submittedVersion() != version) {
            throw Problems.unprocessable(
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another submission. Use a new key for every submission.",
                    List.of());
        }
        return dossiers.find(accountId, id)
                .chain(dossier -> inForceThen(dossier, earlier)
                        .chain(inForce -> revisions
                                .findById(earlier.revisionId())
                                .map(revision -> Optional.of(view(dossier, revision, earlier, inForce)))));
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
