package io.zizhi.notification.notice;

import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Deletes records of notices to applicants after 90 days. They prevent a second notice of a result whose event arrives
 * again. Topics keep no event that long.
 */
@Singleton
class OutdatedNotices {

    private static final Duration KEPT = Duration.ofDays(90);

    static final String DELETE = """
            delete from notice where notice_key = any(array(
                select notice_key from notice
                where created_at < statement_timestamp() - make_interval(secs => :age)
                order by created_at limit :limit for update skip locked))
            """;

    @Produces
    @Singleton
    static OutdatedRows notices() {
        return new OutdatedRows("notice", KEPT, DELETE);
    }
}
