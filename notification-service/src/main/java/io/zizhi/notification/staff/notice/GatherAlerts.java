package io.zizhi.notification.staff.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.staff.subscription.StaffSubscription;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.timers.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Adds a review alert to the open group of a subscription. Runs in the transaction of the inbox, so that a redelivered
 * event counts once.
 */
@ApplicationScoped
public class GatherAlerts {

    /** Number of attempts, because other transactions may open or close the group first. */
    private static final int TRIES = 5;

    private final StaffNoticeRepository notices;
    private final Timers timers;
    private final DatabaseTime time;

    GatherAlerts(StaffNoticeRepository notices, Timers timers, DatabaseTime time) {
        this.notices = notices;
        this.timers = timers;
        this.time = time;
    }

    public Uni<Void> gather(StaffSubscription subscription, ReviewAlert alert) {
        return gather(subscription, alert, 1);
    }

    private Uni<Void> gather(StaffSubscription subscription, ReviewAlert alert, int tries) {
        if (tries > TRIES) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("No open group for subscription " + subscription.id()));
        }
        return time.now()
                .chain(now -> notices.newest(subscription.id(), alert.kind())
                        .map(newest -> Grouping.next(newest, alert.kind(), subscription.window(), now))
                        .chain(step -> groupFor(step, subscription, alert, now)))
                .chain(group ->
                        group.isPresent() ? notices.add(group.get(), alert) : gather(subscription, alert, tries + 1));
    }

    /**
     * Returns a group that stays open until the transaction ends; empty if another transaction opened or closed it
     * first.
     */
    private Uni<Optional<Long>> groupFor(
            Grouping.Step step, StaffSubscription subscription, ReviewAlert alert, Instant now) {
        return switch (step) {
            case Grouping.Step.Join join ->
                notices.holdOpen(join.noticeId()).map(open -> open ? Optional.of(join.noticeId()) : Optional.empty());
            case Grouping.Step.Open open ->
                notices.open(subscription.id(), alert.kind(), open, now)
                        .call(opened -> opened.map(id -> closeLater(id, open.closesAt()))
                                .orElseGet(() -> Uni.createFrom().voidItem()));
        };
    }

    private Uni<Void> closeLater(long notice, Instant closesAt) {
        return timers.arm(NoticeTimers.OWNER, notice, NoticeTimers.CLOSE, 1, closesAt);
    }
}
