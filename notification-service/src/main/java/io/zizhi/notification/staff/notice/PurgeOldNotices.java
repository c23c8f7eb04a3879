package io.zizhi.notification.staff.notice;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Purges notices 90 days after their group closed. */
@ApplicationScoped
class PurgeOldNotices {

    private static final Duration KEPT = Duration.ofDays(90);

    private final StaffNoticeRepository notices;
    private final DatabaseTime time;

    PurgeOldNotices(StaffNoticeRepository notices, DatabaseTime time) {
        this.notices = notices;
        this.time = time;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @WithTransaction
    public Uni<Void> purge() {
        return time.now().chain(now -> notices.purgeBefore(now.minus(KEPT))).replaceWithVoid();
    }
}
