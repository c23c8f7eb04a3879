package io.zizhi.qualification.model.revision;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Encrypts the remarks that builds before migration V20261129_0401 stored in plain text. Their replicas may store further
 * ones during an upgrade and after a rollback, so the work is never finished for good.
 */
@ApplicationScoped
class SealRemarks {

    private static final Logger LOG = Logger.getLogger(SealRemarks.class);

    private final RevisionRepository revisions;
    private final RevisionSeal seal;
    private final AccountCiphers ciphers;

    SealRemarks(RevisionRepository revisions, RevisionSeal seal, AccountCiphers ciphers) {
        this.revisions = revisions;
        this.seal = seal;
        this.ciphers = ciphers;
    }

    /**
     * Encrypts the remarks of up to {@code limit} revisions with a greater id than {@code after}. Skips revisions whose
     * personal data cannot be decrypted. Returns the last id of a full batch, or 0 if no revision is left after it.
     */
    @WithTransaction
    Uni<Long> seal(long after, int limit) {
        return revisions
                .lockWithPlainRemark(after, limit)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(this::sealOrSkip)
                        .collect()
                        .last()
                        .replaceWith(() -> lastOfFullBatch(found, limit)));
    }

    private Uni<Void> sealOrSkip(Revision revision) {
        return ciphers.forAccount(revision.accountId())
                .invoke(cipher -> seal.sealRemark(revision, cipher))
                .replaceWithVoid()
                .onFailure(IllegalStateException.class)
                .recoverWithItem(failure -> {
                    LOG.errorf("The remark of revision %d stays in plain text: %s", revision.id(), failure);
                    return null;
                });
    }

    private static long lastOfFullBatch(List<Revision> found, int limit) {
        return found.size() == limit ? found.getLast().id() : 0;
    }
}
