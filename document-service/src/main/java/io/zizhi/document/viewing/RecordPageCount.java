package io.zizhi.document.viewing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.DocumentRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores how many pages a PDF has, once its first page was rendered. */
@ApplicationScoped
public class RecordPageCount {

    private final DocumentRepository documents;

    RecordPageCount(DocumentRepository documents) {
        this.documents = documents;
    }

    @WithTransaction
    public Uni<Void> record(String documentId, int pages) {
        return documents.recordPages(documentId, pages);
    }
}
