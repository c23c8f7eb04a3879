package io.zizhi.notification.webhook.subscription;

import io.zizhi.platform.messaging.erasure.ErasedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The webhooks of an erased account, their deliveries with all attempts, and their replays. */
@Singleton
class ErasedSubscriptions {

    static final String SUBSCRIPTIONS = """
            delete from webhook_subscription where subscription_id = any(array(
                select subscription_id from webhook_subscription where account_id = :accountId
                order by subscription_id limit :limit for update))
            """;

    static final String DELIVERIES = """
            delete from webhook_delivery where webhook_id = any(array(
                select webhook_id from webhook_delivery where account_id = :accountId and subscription_id is not null
                order by webhook_id limit :limit for update))
            """;

    static final String REPLAYS = """
            delete from webhook_replay where (subscription_id, idempotency_key) in (
                select subscription_id, idempotency_key from webhook_replay where account_id = :accountId
                order by subscription_id, idempotency_key limit :limit for update)
            """;

    @Produces
    @Singleton
    static ErasedRows subscriptions() {
        return new ErasedRows("webhook-subscriptions", SUBSCRIPTIONS);
    }

    @Produces
    @Singleton
    static ErasedRows deliveries() {
        return new ErasedRows("webhook-deliveries", DELIVERIES);
    }

    @Produces
    @Singleton
    static ErasedRows replays() {
        return new ErasedRows("webhook-replays", REPLAYS);
    }
}
