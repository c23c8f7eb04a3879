package io.zizhi.review.review;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewEvent;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records a new holder of a review, or its return to the queue, in the transaction that moved it with its row locked.
 * Writes the lease timer, the events and the audit entries, with the new holder as recipient.
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
     * @param events the events of the transition; if empty, the holder did not change and nothing is recorded
     * @param action verb phrase for the audit, for example {@code review.claimed}
     * @param fields names of the written fields, never their values
     */
    public Uni<Void> record(
            Review review, List<? extends ReviewEvent> events, Caller by, String action, List<String> fields) {
        return record(review, events, by, action, null, fields);
    }

    /**
     * Records a reassignment.
     *
     * @param events as in the other method
     * @param reason the supervisor's reason
     */
    public Uni<Void> recordReassignment(
            Review review, List<? extends ReviewEvent> events, Caller supervisor, String reason) {
        return record(review, events, supervisor, "review.reassigned", reason, List.of("reviewerId", "reason"));
    }

    private Uni<Void> record(
            Review review,
            List<? extends ReviewEvent> events,
            Caller by,
            String action,
            @Nullable String reason,
            List<String> fields) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant endsAt = review.lease().endsAt();
        String holder = endsAt == null ? null : review.lease().reviewerId();
        return (endsAt == null ? timers.stopLease(review) : timers.startLease(review, endsAt))
                .chain(() -> outbox.appendAll(events))
                .chain(() -> audit.lapsed(Map.of(review.workOrder(), review), events))
                .chain(() -> audit.append(by, action, review, reason, fields, holder));
    }
}
