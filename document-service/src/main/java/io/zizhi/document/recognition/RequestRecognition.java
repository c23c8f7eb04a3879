package io.zizhi.document.recognition;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts pictures into the queue. Called in the transactions of uploads and malware scans. */
@ApplicationScoped
public class RequestRecognition {

    private final RecognitionRepository recognitions;
    private final RecognitionConfig config;

    RequestRecognition(RecognitionRepository recognitions, RecognitionConfig config) {
        this.recognitions = recognitions;
        this.config = config;
    }

    /** Queues a new document if its kind has fields. It becomes due with its malware scan. */
    public Uni<Void> request(Document document) {
        return config.provider() == RecognitionConfig.Provider.NONE
                        || RecognitionForm.of(document.kind()).isEmpty()
                ? Uni.createFrom().voidItem()
                : recognitions
                        .persist(new Recognition(document, config.unscanned()))
                        .replaceWithVoid();
    }

    /** Makes a document due that the malware scan found clean. */
    public Uni<Void> release(Document document) {
        return RecognitionForm.of(document.kind()).isEmpty()
                ? Uni.createFrom().voidItem()
                : recognitions.release(document.id()).replaceWithVoid();
    }
}
