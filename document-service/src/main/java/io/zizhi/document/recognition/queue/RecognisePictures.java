package io.zizhi.document.recognition.queue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.recognition.Reading;
import io.zizhi.document.recognition.Reading.Done;
import io.zizhi.document.recognition.Reading.Failed;
import io.zizhi.document.recognition.Reading.Impossible;
import io.zizhi.document.recognition.Reading.Postponed;
import io.zizhi.document.recognition.RecognitionConfig;
import io.zizhi.document.recognition.RecognitionRepository;
import io.zizhi.document.recognition.RecognitionSeal;
import io.zizhi.document.recognition.TextRecognition;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.objects.ObjectStore;
import io.zizhi.platform.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Has due pictures read: claim, fetch, read, record. Each step has its own transaction, so that none waits for the
 * object store or the worker.
 */
@ApplicationScoped
class RecognisePictures {

    private static final Logger LOG = Logger.getLogger(RecognisePictures.class);

    private final ClaimRecognition claim;
    private final ObjectStore objects;
    private final TextRecognition service;
    private final RecognitionRepository recognitions;
    private final RecognitionSeal seal;
    private final RecordRecognition record;
    private final CountRecognitions count;
    private final RecognitionConfig config;

    RecognisePictures(
            ClaimRecognition claim,
            ObjectStore objects,
            TextRecognition service,
            RecognitionRepository recognitions,
            RecognitionSeal seal,
            RecordRecognition record,
            CountRecognitions count,
            RecognitionConfig config) {
        this.claim = claim;
        this.objects = objects;
        this.service = service;
        this.recognitions = recognitions;
        this.seal = seal;
        this.record = record;
        this.count = count;
        this.config = config;
    }

    /**
     * Has one picture read. Fails after an outage, once that is recorded: the loop then pauses longer and longer
     * instead of trying picture after picture.
     *
     * @return whether a picture was due, so that there may be more
     */
    Uni<Boolean> round() {
        return claim.claim()
                .chain(found -> found.map(due -> recognise(due).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> recognise(RecognitionClaim due) {
        return (due.identicalTo() == null ? read(due) : reuse(due, due.identicalTo()))
                .onFailure()
                .recoverWithItem(this::unreadable)
                .invoke(reading -> log(due, reading))
                .chain(reading -> seal(due, reading))
                .call(result -> record.record(due, result))
                .invoke(result -> requireNoOutage(result.reading()))
                .replaceWithVoid();
    }

    private Uni<Reading> read(RecognitionClaim due) {
        Document document = due.document();
        return objects.get(document.accountId(), document.objectKey(), document.size())
                .chain(pieces -> service.read(due.form(), document.format(), pieces))
                .invoke(count::count);
    }

    /** The other document may be deleted in this moment; then the picture is read after all. */
    private Uni<Reading> reuse(RecognitionClaim due, String identicalTo) {
        return Panache.withSession(() -> recognitions
                        .findById(identicalTo)
                        .chain(other -> other == null
                                ? Uni.createFrom().<Reading>nullItem()
                                : seal.open(other).<Reading>map(picture -> new Done(picture, other.size()))))
                .chain(reading -> reading == null
                        ? read(due)
                        : Uni.createFrom().item(reading).invoke(count::countReuse));
    }

    private Uni<SealedReading> seal(RecognitionClaim due, Reading reading) {
        return reading instanceof Done done
                ? seal.close(due.document().accountId(), due.document().id(), done.picture())
                        .map(encrypted -> new SealedReading(reading, encrypted))
                : Uni.createFrom().item(new SealedReading(reading, new byte[0]));
    }

    /** A damaged or lost document concerns no other; any other failure of the object store is an outage. */
    private Reading unreadable(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem.isOutage()
                    ? new Postponed(problem.code(), config.retryAfter(), true)
                    : new Impossible(problem.code());
        }
        LOG.warnf(failure, "A picture could not be read");
        return new Failed("INTERNAL_ERROR");
    }

    private static void log(RecognitionClaim due, Reading reading) {
        String code = switch (reading) {
            case Done done -> "done";
            case Impossible impossible -> impossible.code();
            case Failed failed -> failed.code();
            case Postponed postponed -> postponed.code();
        };
        LOG.infof(
                "Recognition %d of document %s: %s",
                due.number(), due.document().id(), code);
    }

    private static void requireNoOutage(Reading reading) {
        if (reading instanceof Postponed postponed && postponed.isOutage()) {
            throw new IllegalStateException("No recognition is possible now: " + postponed.code());
        }
    }
}
