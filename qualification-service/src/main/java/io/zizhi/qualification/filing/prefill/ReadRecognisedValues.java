package io.zizhi.qualification.filing.prefill;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.blocking.Pause;
import io.zizhi.qualification.filing.evaluation.FactGathering;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.facts.DocumentState;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.RecognitionState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads recognised values of a form. While recognition is unfinished, it asks document-service again and again instead of
 * holding a thread or a connection. When too many requests wait, others are answered at once.
 */
@ApplicationScoped
public class ReadRecognisedValues {

    private static final Duration POLL = Duration.ofMillis(500);

    /** Requests of one replica that wait at a time: at most twice as many questions to document-service a second. */
    private static final int MOST_WAITING = 50;

    private final OpenForm open;
    private final FactGathering facts;
    private final Pause pause;
    private final AtomicInteger waiting = new AtomicInteger();

    ReadRecognisedValues(OpenForm open, FactGathering facts, Pause pause) {
        this.open = open;
        this.facts = facts;
        this.pause = pause;
    }

    /** @param patience how long to wait at most for unfinished recognition */
    public Uni<RecognisedValuesView> handle(Caller caller, long id, Duration patience) {
        String accountId = caller.requireAccount();
        return open.of(accountId, id)
                .chain(form -> ask(accountId, form)
                        .chain(found -> patience.isZero() || !isUnfinished(found)
                                ? Uni.createFrom().item(found)
                                : awaited(accountId, form, found, patience))
                        .map(found -> RecognisedValuesView.from(form, found)));
    }

    private Uni<Optional<Map<String, DocumentState>>> awaited(
            String accountId, QualificationForm form, Optional<Map<String, DocumentState>> found, Duration patience) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Uni.createFrom().item(found);
        }
        return askAgain(accountId, form, System.nanoTime() + patience.toNanos())
                .onTermination()
                .invoke(waiting::decrementAndGet);
    }

    private Uni<Optional<Map<String, DocumentState>>> askAgain(
            String accountId, QualificationForm form, long deadline) {
        long left = deadline - System.nanoTime();
        return pause.of(left < POLL.toNanos() ? Duration.ofNanos(Math.max(left, 0)) : POLL)
                .chain(() -> ask(accountId, form))
                .chain(found -> isUnfinished(found) && System.nanoTime() < deadline
                        ? askAgain(accountId, form, deadline)
                        : Uni.createFrom().item(found));
    }

    private Uni<Optional<Map<String, DocumentState>>> ask(String accountId, QualificationForm form) {
        return facts.recognised(accountId, form.documents());
    }

    private static boolean isUnfinished(Optional<Map<String, DocumentState>> found) {
        return found.stream()
                .flatMap(documents -> documents.values().stream())
                .map(DocumentState::picture)
                .anyMatch(picture -> picture != null && picture.state() == RecognitionState.PENDING);
    }
}
