package io.zizhi.document.viewing;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentId;
import io.zizhi.document.storage.DocumentRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds a document of any account by its id. The caller must check the authorisation. */
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
