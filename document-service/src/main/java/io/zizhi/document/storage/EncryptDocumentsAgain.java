package io.zizhi.document.storage;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.objects.ObjectStore;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import io.zizhi.platform.privacy.encryption.UnusableKeysException;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedObjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Encrypts the objects of documents again, one after the other, so that only one is in memory. */
@ApplicationScoped
class EncryptDocumentsAgain implements EncryptedObjects {

    private static final Logger LOG = Logger.getLogger(EncryptDocumentsAgain.class);
    private static final int BATCH = 10;

    private enum Outcome {
        UNCHANGED,
        CHANGED,
        UNREADABLE
    }

    private final DocumentRepository documents;
    private final ObjectStore objects;
    private final AccountKeys keys;

    EncryptDocumentsAgain(DocumentRepository documents, ObjectStore objects, AccountKeys keys) {
        this.documents = documents;
        this.objects = objects;
        this.keys = keys;
    }

    @Override
    public Uni<Walked> encryptAgain(String position, @Nullable String accountId) {
        return Panache.withSession(() -> documents.after(position, accountId, BATCH))
                .chain(batch -> Multi.createFrom()
                        .iterable(batch)
                        .onItem()
                        .transformToUniAndConcatenate(this::encryptAgain)
                        .collect()
                        .asList()
                        .map(outcomes -> walked(batch, outcomes)));
    }

    private Uni<Outcome> encryptAgain(Document document) {
        return keys.newest(document.accountId())
                .chain(cipher -> cipher.isDestroyed()
                        ? Uni.createFrom().item(false)
                        : objects.encryptAgain(cipher, document.objectKey(), document.size()))
                .map(changed -> changed ? Outcome.CHANGED : Outcome.UNCHANGED)
                .onFailure(EncryptDocumentsAgain::isDamage)
                .recoverWithItem(failure -> {
                    LOG.warnf("Document %s cannot be encrypted again: %s", document.id(), failure.getMessage());
                    return Outcome.UNREADABLE;
                });
    }

    /** An outage ends the batch; a damaged object or key does not. */
    private static boolean isDamage(Throwable failure) {
        return failure instanceof UnusableKeysException
                || (failure instanceof ProblemException problem && !problem.isOutage());
    }

    private static Walked walked(List<Document> batch, List<Outcome> outcomes) {
        return new Walked(
                batch.size() < BATCH ? "" : batch.getLast().id(),
                batch.size(),
                Math.toIntExact(
                        outcomes.stream().filter(Outcome.CHANGED::equals).count()),
                Math.toIntExact(
                        outcomes.stream().filter(Outcome.UNREADABLE::equals).count()));
    }
}
