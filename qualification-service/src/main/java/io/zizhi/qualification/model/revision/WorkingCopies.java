package io.zizhi.qualification.model.revision;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.form.QualificationForm;
import jakarta.enterprise.context.ApplicationScoped;

/** Creates working copies: revisions that are not submitted yet. */
@ApplicationScoped
public class WorkingCopies {

    private final RevisionRepository revisions;
    private final RevisionSeal seal;
    private final AccountCiphers ciphers;

    WorkingCopies(RevisionRepository revisions, RevisionSeal seal, AccountCiphers ciphers) {
        this.revisions = revisions;
        this.seal = seal;
        this.ciphers = ciphers;
    }

    public Uni<Revision> open(String accountId, long qualificationId, QualificationForm form) {
        return ciphers.forAccount(accountId)
                .chain(cipher -> revisions
                        .open(qualificationId, accountId)
                        .invoke(revision -> seal.fill(revision, form, cipher)))
                .call(revisions::persist);
    }
}
