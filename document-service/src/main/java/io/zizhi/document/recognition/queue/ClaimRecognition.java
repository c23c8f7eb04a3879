package io.zizhi.document.recognition.queue;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.recognition.Recognition;
import io.zizhi.document.recognition.RecognitionConfig;
import io.zizhi.document.recognition.RecognitionForm;
import io.zizhi.document.recognition.RecognitionRepository;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.document.storage.DocumentStatus;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Claims one due picture for this replica and commits before its bytes are fetched. */
@ApplicationScoped
class ClaimRecognition {

    private final RecognitionRepository recognitions;
    private final DocumentRepository documents;
    private final EndRecognition end;
    private final DatabaseTime time;
    private final RecognitionConfig config;

    ClaimRecognition(
            RecognitionRepository recognitions,
            DocumentRepository documents,
            EndRecognition end,
            DatabaseTime time,
            RecognitionConfig config) {
        this.recognitions = recognitions;
        this.documents = documents;
        this.end = end;
        this.time = time;
        this.config = config;
    }

    /** @return the claim; empty if no picture is due, or the due one is given up */
    @WithTransaction
    public Uni<Optional<RecognitionClaim>> claim() {
        return recognitions
                .lockNextDue()
                .chain(found ->
                        found.map(this::claim).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<RecognitionClaim>> claim(Recognition recognition) {
        return documents.findById(recognition.documentId()).chain(document -> {
            Optional<RecognitionForm> form = RecognitionForm.of(document.kind());
            if (form.isEmpty() || document.status() == DocumentStatus.QUARANTINED) {
                return recognitions.delete(recognition).replaceWith(Optional.<RecognitionClaim>empty());
            }
            return time.now().chain(now -> claim(recognition, document, form.get(), now));
        });
    }

    private Uni<Optional<RecognitionClaim>> claim(
            Recognition recognition, Document document, RecognitionForm form, Instant now) {
        if (recognition.isLost() && recognition.countFailure("LOST") >= config.attempts()) {
            return end.giveUp(recognition, document, "LOST", now).replaceWith(Optional.<RecognitionClaim>empty());
        }
        recognition.claim(now.plus(config.lostAfter()));
        return recognitions
                .findIdentical(document)
                .map(identical ->
                        Optional.of(RecognitionClaim.from(document, form, recognition, identical.orElse(null))));
    }
}
