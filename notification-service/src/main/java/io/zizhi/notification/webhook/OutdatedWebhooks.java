package io.zizhi.notification.webhook;

import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Deletes finished webhooks 90 days after they were queued; waiting webhooks are kept. */
@Singleton
class OutdatedWebhooks {

    private static final Duration KEPT = Duration.ofDays(90);

    static final String DELETE = """
            delete from webhook_delivery where webhook_id = any(array(
                select webhook_id from webhook_delivery
                where status <> 'QUEUED' and queued_at < statement_timestamp() - make_interval(secs => :age)
                order by queued_at limit :limit for update skip locked))
            """;

    @Produces
    @Singleton
    static OutdatedRows webhooks() {
        return new OutdatedRows("webhook_delivery", KEPT, DELETE);
    }
}
