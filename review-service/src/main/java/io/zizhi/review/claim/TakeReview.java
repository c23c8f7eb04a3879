package io.zizhi.review.claim;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewEvent;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.time.DatabaseTime;
import io.zizhi.review.desk.DeskAudit;
import io.zizhi.review.desk.DeskTimers;
import io.zizhi.review.desk.Review;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives a review whose row is locked to a reviewer, in the current transaction: lease, timer, event and audit. */
@ApplicationScoped
public class TakeReview {

    private final Remits remits;
    private final DatabaseTime time;
    private final DeskTimers timers;
    private final Outbox outbox;
    private final DeskAudit audit;
    private final Duration term;

    @Inject
    TakeReview(
            Remits remits,
            DatabaseTime time,
            DeskTimers timers,
            Outbox outbox,
            DeskAudit audit,
            @ConfigProperty(name = "zizhi.review.lease") Duration term) {
        this.remits = remits;
        this.time = time;
        this.timers = timers;
        this.outbox = outbox;
        this.audit = audit;
        this.term = term;
    }

    /** Takes it for {@code reviewer}, or renews the lease that they have already; see {@link Review#claim}. 403 where they may not. */
    public Uni<Void> take(Review locked, Caller reviewer) {
        return remits.requireFor(locked, reviewer).chain(time::now).chain(now -> take(locked, reviewer, now));
    }

    private Uni<Void> take(Review review, Caller reviewer, Instant now) {
        List<ReviewEvent> events = review.claim(reviewer, now, term);
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return timers.startLease(review, Objects.requireNonNull(review.lease().endsAt()))
                .chain(() -> outbox.appendAll(events))
                .chain(() -> audit.append(reviewer, "review.claimed", review, List.of()));
    }
}
