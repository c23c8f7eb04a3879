package io.zizhi.document.pinning.check;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.recognition.FindRecognition;
import io.zizhi.document.recognition.RecognitionFacts;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Checks whether documents exist, belong to an account, have the right kind and are not quarantined. A check shows that
 * a draft still needs its documents, so the removal period of unused documents restarts.
 */
@ApplicationScoped
public class CheckDocuments {

    private final DocumentRepository documents;
    private final TouchDocuments touch;
    private final FindRecognition recognitions;
    private final Clock clock;

    CheckDocuments(DocumentRepository documents, TouchDocuments touch, FindRecognition recognitions, Clock clock) {
        this.documents = documents;
        this.touch = touch;
        this.recognitions = recognitions;
        this.clock = clock;
    }

    /** @param recognised whether to return what was recognised in the pictures */
    @WithSession
    public Uni<CheckView> check(CheckRequest request, boolean recognised) {
        return documents
                .findAll(request.documents().stream()
                        .map(WantedDocument::documentId)
                        .toList())
                .call(found -> touchStale(found, request.accountId()))
                .chain(found -> recognitions(found, request.accountId(), recognised)
                        .map(facts -> CheckView.from(found, request.accountId(), request.documents(), facts)));
    }

    private Uni<Map<String, RecognitionFacts>> recognitions(
            List<Document> found, String accountId, boolean recognised) {
        return recognised
                ? recognitions.factsOf(found.stream()
                        .filter(document -> document.belongsTo(accountId))
                        .toList())
                : Uni.createFrom().item(Map.of());
    }

    private Uni<Void> touchStale(List<Document> found, String accountId) {
        Instant now = clock.instant();
        List<String> stale = found.stream()
                .filter(document -> document.isUntouched(now))
                .map(Document::id)
                .toList();
        return stale.isEmpty() ? Uni.createFrom().voidItem() : touch.touch(stale, accountId);
    }
}
