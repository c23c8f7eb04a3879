package io.zizhi.notification.staff.notice;

import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Deletes notices to staff 90 days after their group closed. */
@Singleton
class OutdatedStaffNotices {

    private static final Duration KEPT = Duration.ofDays(90);

    static final String DELETE = """
            delete from staff_notice where notice_id = any(array(
                select notice_id from staff_notice
                where status <> 'COLLECTING' and closes_at < statement_timestamp() - make_interval(secs => :age)
                order by closes_at limit :limit for update skip locked))
            """;

    @Produces
    @Singleton
    static OutdatedRows staffNotices() {
        return new OutdatedRows("staff_notice", KEPT, DELETE);
    }
}
