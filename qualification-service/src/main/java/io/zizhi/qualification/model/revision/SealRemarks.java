package io.zizhi.qualification.model.revision;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Encrypts the remarks that an earlier release stored in plain text. Its replicas may store further ones during an
 * upgrade and after a rollback, so the work is never finished for good.
 */
@ApplicationScoped
class SealRemarks {

    static final int BATCH = 100;

    private final RevisionRepository revisions;
    private final RevisionSeal seal;
    private final AccountCiphers ciphers;

    SealRemarks(RevisionRepository revisions, RevisionSeal seal, AccountCiphers ciphers) {
        this.revisions = revisions;
        this.seal = seal;
        this.ciphers = ciphers;
    }

    /** Returns true if there may be more. */
    @WithTransaction
    Uni<Boolean> seal() {
        return revisions
                .lockWithPlainRemark(BATCH)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(revision -> ciphers.forAccount(revision.accountId())
                                .invoke(cipher -> seal.sealRemark(revision, cipher)))
                        .collect()
                        .last()
                        .replaceWith(found.size() == BATCH));
    }
}
