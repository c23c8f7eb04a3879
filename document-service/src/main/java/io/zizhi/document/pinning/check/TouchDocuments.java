package io.zizhi.document.pinning.check;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.UnusedRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Restarts the removal period of unused documents; only for documents of the account. */
@ApplicationScoped
public class TouchDocuments {

    private final UnusedRepository documents;

    TouchDocuments(UnusedRepository documents) {
        this.documents = documents;
    }

    @WithTransaction
    public Uni<Void> touch(List<String> documentIds, String accountId) {
        return documents.touch(documentIds, accountId).replaceWithVoid();
    }
}
