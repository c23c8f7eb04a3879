package io.zizhi.document.recognition;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.runtime.blocking.Pause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits for the result of a recognition, which any replica may record. It reads the row again and again instead of
 * holding a thread or a connection. When too many requests wait, others are answered at once.
 */
@ApplicationScoped
public class AwaitRecognition {

    private static final Duration POLL = Duration.ofMillis(150);

    private final FindRecognition find;
    private final SingleStatement statement;
    private final Pause pause;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();

    AwaitRecognition(FindRecognition find, SingleStatement statement, Pause pause, RecognitionConfig config) {
        this.find = find;
        this.statement = statement;
        this.pause = pause;
        this.mostWaiting = config.waitingRequests();
    }

    /** @param patience how long to wait at most for a final state */
    Uni<RecognitionView> show(String accountId, String documentId, Duration patience) {
        return find.find(accountId, documentId)
                .chain(found -> patience.isZero() || found.status().isFinal()
                        ? Uni.createFrom().item(found)
                        : awaited(found, patience).chain(() -> find.find(accountId, documentId)))
                .map(FoundRecognition::view);
    }

    /** Returns the number of requests that are waiting. */
    int waiting() {
        return waiting.get();
    }

    private Uni<Void> awaited(FoundRecognition found, Duration patience) {
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            return Uni.createFrom().voidItem();
        }
        return poll(found.document().id(), System.nanoTime() + patience.toNanos())
                .onTermination()
                .invoke(waiting::decrementAndGet);
    }

    private Uni<Void> poll(String documentId, long deadline) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            return Uni.createFrom().voidItem();
        }
        return pause.of(left < POLL.toNanos() ? Duration.ofNanos(left) : POLL)
                .chain(() -> statement.row(RecognitionRepository.UNFINISHED, documentId))
                .chain(row -> row.getBoolean(0)
                        ? poll(documentId, deadline)
                        : Uni.createFrom().voidItem());
    }
}
