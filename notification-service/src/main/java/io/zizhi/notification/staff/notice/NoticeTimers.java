package io.zizhi.notification.staff.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.TimerOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Closes a group when its window ends, and sends its notice. */
@ApplicationScoped
class NoticeTimers implements TimerOwner {

    static final String OWNER = "staff-notice";
    static final String CLOSE = "CLOSE";

    private final StaffNoticeRepository notices;
    private final CloseNotices close;

    NoticeTimers(StaffNoticeRepository notices, CloseNotices close) {
        this.notices = notices;
        this.close = close;
    }

    @Override
    public String ownerType() {
        return OWNER;
    }

    @Override
    public Uni<List<Long>> lock(List<Long> ownerIds) {
        return notices.lockFree(ownerIds);
    }

    @Override
    public Uni<Void> fired(List<FiredTimer> timers, Instant now) {
        return close.close(timers.stream().map(FiredTimer::ownerId).distinct().toList(), now);
    }
}
