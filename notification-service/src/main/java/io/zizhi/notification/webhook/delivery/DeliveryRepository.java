package io.zizhi.notification.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lists the deliveries of a webhook, and queues finished ones again. */
@ApplicationScoped
class DeliveryRepository {

    /** Attempts that are shown of one delivery. */
    private static final int SHOWN_ATTEMPTS = 100;

    private static final String WITH_LAST_ATTEMPT = """
            select d.webhook_id, d.event_type, d.status, d.attempts, d.failure_code, d.queued_at, d.due_at, d.body,
                last.status_code, last.duration_ms, last.attempted_at
            from webhook_delivery d left join lateral (
                select a.status_code, a.duration_ms, a.attempted_at from webhook_attempt a
                where a.webhook_id = d.webhook_id order by a.attempt desc limit 1) last on true
            """;

    private static final KeysetList<DeliveryView> LIST = new KeysetList<>(
                    WITH_LAST_ATTEMPT,
                    DeliveryView::from,
                    List.of(
                            SortKey.instant("d.queued_at", DeliveryView::queuedAt),
                            SortKey.text("d.webhook_id", DeliveryView::id)))
            .descending();

    private static final String ATTEMPTS = """
            select attempt_id, attempt, attempted_at, status_code, failure_code, duration_ms,
                encode(answer, 'hex') as answer
            from webhook_attempt where webhook_id = :id order by attempt desc limit %d
            """.formatted(SHOWN_ATTEMPTS);

    /** Begins the schedule of retries again, and takes turns behind the webhooks of the receiver that wait. */
    private static final String REPLAY = """
            update webhook_delivery d set
                status = 'QUEUED', due_at = statement_timestamp(), earlier_attempts = attempts, failure_code = null,
                receiver = :receiver, turn = first.turn + chosen.number
            from unnest(cast(:ids as text[])) with ordinality chosen(id, number), (
                select coalesce(greatest(
                    (select max(turn) + 1 from webhook_delivery where due_at is not null and receiver = :receiver),
                    (select min(turn) from webhook_delivery where due_at is not null)), 0) as turn) first
            where d.webhook_id = chosen.id
            """;

    Uni<Page<DeliveryView>> page(long webhookId, DeliveryFilter filter, PageRequest page) {
        return LIST.page(
                page,
                query -> filter.on(query.where("d.subscription_id = :webhook").with("webhook", webhookId)));
    }

    Uni<Optional<Row>> one(long webhookId, String id) {
        return new NativeQuery(WITH_LAST_ATTEMPT)
                .where("d.subscription_id = :webhook")
                .where("d.webhook_id = :id")
                .with("webhook", webhookId)
                .with("id", id)
                .first();
    }

    Uni<List<Row>> attempts(String id) {
        return new NativeQuery(ATTEMPTS).with("id", id).rows();
    }

    /**
     * Locks the finished deliveries that match, oldest first.
     *
     * @param most greatest number; the list is one longer if there are more
     */
    Uni<List<String>> lockFinished(long webhookId, int most, UnaryOperator<NativeQuery> filter) {
        NativeQuery query = new NativeQuery("select d.webhook_id from webhook_delivery d")
                .where("d.subscription_id = :webhook")
                .where("d.status <> 'QUEUED'")
                .with("webhook", webhookId);
        return filter.apply(query)
                .then("order by d.queued_at, d.webhook_id limit " + (most + 1) + " for update of d")
                .list(String.class);
    }

    /** Queues locked deliveries again, in this order. */
    Uni<Void> replay(List<String> ids, String receiver) {
        return new NativeQuery(REPLAY)
                .with("ids", ids.toArray(String[]::new))
                .with("receiver", receiver)
                .execute()
                .replaceWithVoid();
    }

    Uni<Optional<Row>> replayed(long webhookId, ReplayKey key) {
        return new NativeQuery("select request, deliveries, replayed_at from webhook_replay")
                .where("subscription_id = :webhook")
                .where("idempotency_key = :key")
                .with("webhook", webhookId)
                .with("key", key.value())
                .first();
    }

    Uni<Void> storeReplay(long webhookId, String accountId, ReplayKey key, String request, int count, Instant now) {
        return new NativeQuery("""
                        insert into webhook_replay(subscription_id, idempotency_key, account_id, request, deliveries,
                            replayed_at)
                        values (:webhook, :key, :account, :request, :deliveries, :now)
                        """)
                .with("webhook", webhookId)
                .with("key", key.value())
                .with("account", accountId)
                .with("request", request)
                .with("deliveries", count)
                .with("now", now)
                .execute()
                .replaceWithVoid();
    }
}
