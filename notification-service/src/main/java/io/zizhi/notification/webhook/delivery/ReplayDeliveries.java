package io.zizhi.notification.webhook.delivery;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.webhook.subscription.WebhookAudit;
import io.zizhi.notification.webhook.subscription.WebhookSubscription;
import io.zizhi.notification.webhook.subscription.WebhookSubscriptionRepository;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Queues finished deliveries again, with their ids and bodies. The schedule of retries begins again. The webhook is
 * locked, so that of two requests with one key the second one returns the result of the first.
 */
@ApplicationScoped
public class ReplayDeliveries {

    /** Deliveries of one replay. */
    static final int MOST = 1000;

    private final WebhookSubscriptionRepository webhooks;
    private final DeliveryRepository deliveries;
    private final WebhookAudit audit;
    private final DatabaseTime time;

    ReplayDeliveries(
            WebhookSubscriptionRepository webhooks,
            DeliveryRepository deliveries,
            WebhookAudit audit,
            DatabaseTime time) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.audit = audit;
        this.time = time;
    }

    @WithTransaction
    public Uni<ReplayView> replay(Caller caller, long webhookId, ReplayKey key, ReplayRequest request) {
        ReplayRequest complete = request.requireComplete();
        return webhooks.lock(webhookId, caller.requireAccount())
                .chain(webhook -> deliveries
                        .replayed(webhookId, key)
                        .chain(found -> found.map(row -> Uni.createFrom().item(earlier(row, complete)))
                                .orElseGet(() -> replay(caller, webhook.requireEnabled(), key, complete))));
    }

    private static ReplayView earlier(Row row, ReplayRequest request) {
        if (!row.text("request").equals(request.fingerprint())) {
            throw Problems.unprocessable(
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another replay. Use a new key for every replay.",
                    List.of());
        }
        return new ReplayView((int) row.number("deliveries"), row.instant("replayed_at"));
    }

    private Uni<ReplayView> replay(Caller caller, WebhookSubscription webhook, ReplayKey key, ReplayRequest request) {
        return deliveries
                .lockFinished(webhook.id(), MOST, request::on)
                .invoke(ids -> requireBounded(ids, request))
                .call(ids -> deliveries.replay(ids, webhook.receiver()))
                .call(() -> audit.record(caller, "webhook.replayed", webhook))
                .chain(ids -> time.now().chain(now -> store(webhook, key, request, ids.size(), now)));
    }

    private Uni<ReplayView> store(
            WebhookSubscription webhook, ReplayKey key, ReplayRequest request, int count, Instant now) {
        return deliveries
                .storeReplay(webhook.id(), webhook.accountId(), key, request.fingerprint(), count, now)
                .replaceWith(new ReplayView(count, now));
    }

    private static void requireBounded(List<String> ids, ReplayRequest request) {
        if (request.isOfOne() && ids.isEmpty()) {
            throw Problems.notFound("DELIVERY_NOT_FOUND", "No such finished delivery.");
        }
        if (ids.size() > MOST) {
            throw Problems.conflict(
                    "REPLAY_TOO_LARGE", "More than " + MOST + " deliveries match. Send a shorter time range.");
        }
    }
}
