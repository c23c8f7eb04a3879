package io.zizhi.document.viewing;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentId;
import io.zizhi.document.storage.DocumentRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks up a document by its id, whoever owns it; who may see it is for the caller to say. */
@ApplicationScoped
public class FindDocument {

    private final DocumentRepository documents;

    FindDocument(DocumentRepository documents) {
        this.documents = documents;
    }

    @WithSession
    public Uni<Document> find(String id) {
        return DocumentId.isWellFormed(id)
                ? documents.findById(id).onItem().ifNull().failWith(Document::notFound)
                : Uni.createFrom().failure(Document.notFound());
    }
}
