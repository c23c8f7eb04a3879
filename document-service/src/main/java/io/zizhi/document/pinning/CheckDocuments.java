package io.zizhi.document.pinning;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.DocumentRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers whether documents exist, belong to an account, are of the right kind and harmless. Changes nothing. */
@ApplicationScoped
public class CheckDocuments {

    private final DocumentRepository documents;

    CheckDocuments(DocumentRepository documents) {
        this.documents = documents;
    }

    @WithSession
    public Uni<CheckView> check(CheckRequest request) {
        return documents
                .findAll(request.documents().stream()
                        .map(WantedDocument::documentId)
                        .toList())
                .map(found -> CheckView.from(found, request.accountId(), request.documents()));
    }
}
