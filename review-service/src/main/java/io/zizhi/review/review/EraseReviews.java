package io.zizhi.review.review;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.messaging.erasure.AccountErasure;
import io.zizhi.platform.messaging.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Cancels the unfinished reviews of an erased account, and decisions of it that are not published yet. It does not wait
 * for the withdrawals of qualification-service, which may arrive before or after.
 */
@ApplicationScoped
class EraseReviews implements AccountErasure {

    private static final String UNFINISHED = """
            select r.work_order from review_subject s join review r on r.work_order = s.work_order
            where s.account_id = :accountId
              and (r.decided_at is null and r.cancelled_at is null or r.undo_until is not null)
            order by r.work_order limit :limit
            """;

    private final ReviewRepository reviews;
    private final DeskTimers timers;
    private final Outbox outbox;
    private final Clock clock;

    EraseReviews(ReviewRepository reviews, DeskTimers timers, Outbox outbox, Clock clock) {
        this.reviews = reviews;
        this.timers = timers;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "reviews";
    }

    @Override
    public Uni<Integer> erase(String accountId, int limit) {
        Instant now = clock.instant();
        return new NativeQuery(UNFINISHED)
                .with("accountId", accountId)
                .with("limit", limit)
                .list(Long.class)
                .chain(workOrders -> Multi.createFrom()
                        .iterable(workOrders)
                        .onItem()
                        .transformToUniAndConcatenate(workOrder -> cancel(workOrder, now))
                        .collect()
                        .last()
                        .replaceWith(workOrders.size()));
    }

    private Uni<Void> cancel(long workOrder, Instant now) {
        return reviews.lock(workOrder)
                .call(timers::stopAll)
                .map(review -> review.withdraw(now).stream().toList())
                .chain(outbox::appendAll);
    }
}
