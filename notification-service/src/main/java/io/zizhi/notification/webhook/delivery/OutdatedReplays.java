package io.zizhi.notification.webhook.delivery;

import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Deletes the keys of replays after 30 days. Nobody repeats a request that late. */
@Singleton
class OutdatedReplays {

    private static final Duration KEPT = Duration.ofDays(30);

    static final String DELETE = """
            delete from webhook_replay where ctid = any(array(
                select ctid from webhook_replay
                where replayed_at < statement_timestamp() - make_interval(secs => :age)
                order by replayed_at limit :limit for update skip locked))
            """;

    @Produces
    @Singleton
    static OutdatedRows replays() {
        return new OutdatedRows("webhook_replay", KEPT, DELETE);
    }
}
