package io.zizhi.review.viewing;

import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Deletes views two days after they happened; the longest window is one day. The audit log keeps them. */
@Singleton
class OutdatedViews {

    private static final Duration KEPT = Duration.ofDays(2);

    static final String DELETE = """
            delete from staff_view where ctid = any(array(
                select ctid from staff_view
                where viewed_at < statement_timestamp() - make_interval(secs => :age)
                order by viewed_at limit :limit for update skip locked))
            """;

    @Produces
    @Singleton
    static OutdatedRows staffViews() {
        return new OutdatedRows("staff_view", KEPT, DELETE);
    }
}
