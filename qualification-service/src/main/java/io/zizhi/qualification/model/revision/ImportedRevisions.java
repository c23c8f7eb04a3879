package io.zizhi.qualification.model.revision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.form.QualificationForm;
import jakarta.enterprise.context.ApplicationScoped;

/** Creates the revisions of imported qualifications, which are approved without a review. */
@ApplicationScoped
public class ImportedRevisions {

    private final RevisionRepository revisions;
    private final RevisionSeal seal;
    private final AccountCiphers ciphers;

    ImportedRevisions(RevisionRepository revisions, RevisionSeal seal, AccountCiphers ciphers) {
        this.revisions = revisions;
        this.seal = seal;
        this.ciphers = ciphers;
    }

    /** Creates and stores an approved revision. */
    public Uni<Revision> create(
            String accountId,
            long qualificationId,
            QualificationForm form,
            Provenance source,
            DrawnWorkOrder workOrder) {
        return ciphers.forAccount(accountId)
                .chain(cipher -> revisions
                        .open(qualificationId, accountId)
                        .invoke(revision -> seal.fill(revision, form, cipher))
                        .invoke(revision -> revision.importFrom(source, workOrder.number(), workOrder.at()))
                        .invoke(revision -> seal.decide(
                                revision, ReviewOutcome.APPROVED, Decision.WITHOUT_WORDS, workOrder.at(), cipher)))
                .call(revisions::persist);
    }
}
