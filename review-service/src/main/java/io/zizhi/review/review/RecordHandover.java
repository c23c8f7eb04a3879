package io.zizhi.review.review;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewEvent;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Records that a review is in other hands now, a reviewer's or the queue's, in the transaction that has moved it with its row
 * locked: the timer of its lease, what is told and the audit.
 */
@ApplicationScoped
public class RecordHandover {

    private final DeskTimers timers;
    private final Outbox outbox;
    private final DeskAudit audit;

    RecordHandover(DeskTimers timers, Outbox outbox, DeskAudit audit) {
        this.timers = timers;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * @param events what the move told; where it is nothing, the review is in the hands that it was in, and nothing is recorded
     * @param action verb phrase for the audit, for example {@code review.claimed}
     * @param fields names of what was written, never the values
     */
    public Uni<Void> record(
            Review review, List<? extends ReviewEvent> events, Caller by, String action, List<String> fields) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant endsAt = review.lease().endsAt();
        return (endsAt == null ? timers.stopLease(review) : timers.startLease(review, endsAt))
                .chain(() -> outbox.appendAll(events))
                .chain(() -> audit.append(by, action, review, fields));
    }
}
