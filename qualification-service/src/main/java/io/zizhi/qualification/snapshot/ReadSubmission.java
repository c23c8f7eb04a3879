package io.zizhi.qualification.snapshot;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.encryption.AccountCiphers;
import io.zizhi.platform.problem.Problems;
import io.zizhi.qualification.dossier.QualificationRepository;
import io.zizhi.qualification.evaluation.EvaluationView;
import io.zizhi.qualification.revision.Revision;
import io.zizhi.qualification.revision.RevisionRepository;
import io.zizhi.qualification.revision.RevisionSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The review desk reads what was submitted under a work order, also after the qualification moved on. */
@ApplicationScoped
public class ReadSubmission {

    private final RevisionRepository revisions;
    private final QualificationRepository qualifications;
    private final RevisionSeal seal;
    private final AccountCiphers ciphers;

    @Inject
    ReadSubmission(
            RevisionRepository revisions,
            QualificationRepository qualifications,
            RevisionSeal seal,
            AccountCiphers ciphers) {
        this.revisions = revisions;
        this.qualifications = qualifications;
        this.seal = seal;
        this.ciphers = ciphers;
    }

    @WithTransaction
    public Uni<SubmittedSnapshotView> handle(long workOrder) {
        return revisions
                .submitted(workOrder)
                .map(found -> found.orElseThrow(
                        () -> Problems.notFound("WORK_ORDER_NOT_FOUND", "There is no such work order.")))
                .chain(this::view);
    }

    private Uni<SubmittedSnapshotView> view(Revision revision) {
        return qualifications
                .findById(revision.qualificationId())
                .chain(qualification -> ciphers.forAccount(qualification.accountId())
                        .map(cipher -> SubmittedSnapshotView.from(
                                qualification,
                                revision,
                                seal.open(revision, cipher),
                                seal.evaluation(revision, EvaluationView.class).orElse(null))));
    }
}
