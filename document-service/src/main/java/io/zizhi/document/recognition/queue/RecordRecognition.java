package io.zizhi.document.recognition.queue;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.recognition.Reading.Done;
import io.zizhi.document.recognition.Reading.Failed;
import io.zizhi.document.recognition.Reading.Impossible;
import io.zizhi.document.recognition.Reading.Postponed;
import io.zizhi.document.recognition.Recognition;
import io.zizhi.document.recognition.RecognitionConfig;
import io.zizhi.document.recognition.RecognitionRepository;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.document.storage.DocumentStatus;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;

/** Records the result of an attempt. */
@ApplicationScoped
class RecordRecognition {

    private final RecognitionRepository recognitions;
    private final DocumentRepository documents;
    private final EndRecognition end;
    private final DatabaseTime time;
    private final RecognitionConfig config;

    RecordRecognition(
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

    /**
     * Ignores the result if the document was deleted, or claimed again because this replica seemed lost. A document that
     * was quarantined meanwhile gets no result, as if it had been so before the claim.
     */
    @WithTransaction
    public Uni<Void> record(RecognitionClaim claim, SealedReading reading) {
        return recognitions
                .findById(claim.document().id(), LockModeType.PESSIMISTIC_WRITE)
                .chain(recognition -> recognition == null || !recognition.awaits(claim.number())
                        ? Uni.createFrom().voidItem()
                        : documents
                                .findById(recognition.documentId())
                                .chain(document -> document.status() == DocumentStatus.QUARANTINED
                                        ? recognitions.delete(recognition)
                                        : time.now().chain(now -> apply(recognition, claim, reading, now))));
    }

    private Uni<Void> apply(Recognition recognition, RecognitionClaim claim, SealedReading reading, Instant now) {
        return switch (reading.reading()) {
            case Done done -> end.finish(recognition, claim.document(), done, reading.encrypted(), now);
            case Impossible impossible -> end.giveUp(recognition, claim.document(), impossible.code(), now);
            case Failed failed -> {
                int failures = recognition.countFailure(failed.code());
                if (failures >= config.attempts()) {
                    yield end.giveUp(recognition, claim.document(), failed.code(), now);
                }
                recognition.postpone(failed.code(), now.plus(pauseAfter(failures)));
                yield Uni.createFrom().voidItem();
            }
            case Postponed postponed -> {
                recognition.postpone(postponed.code(), now.plus(postponed.pause()));
                yield Uni.createFrom().voidItem();
            }
        };
    }

    /** Returns the pause after that many failed attempts, at least one. */
    private Duration pauseAfter(int failures) {
        return config.retryAfter().multipliedBy(1L << Math.min(failures - 1, 10));
    }
}
