package io.zizhi.notification.webhook.delivery;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.webhook.subscription.WebhookSubscriptionRepository;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows the deliveries of a webhook to the account that owns it. */
@ApplicationScoped
public class ReadDeliveries {

    private final WebhookSubscriptionRepository webhooks;
    private final DeliveryRepository deliveries;
    private final AccountCiphers ciphers;

    ReadDeliveries(WebhookSubscriptionRepository webhooks, DeliveryRepository deliveries, AccountCiphers ciphers) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.ciphers = ciphers;
    }

    @WithTransaction
    public Uni<Page<DeliveryView>> page(Caller caller, long webhookId, DeliveryFilter filter, PageRequest page) {
        return webhooks.get(webhookId, caller.requireAccount())
                .chain(webhook -> deliveries.page(webhook.id(), filter, page));
    }

    @WithTransaction
    public Uni<DeliveryDetailView> one(Caller caller, long webhookId, String id) {
        String account = caller.requireAccount();
        return webhooks.get(webhookId, account)
                .chain(webhook -> deliveries.one(webhook.id(), id))
                .map(found -> found.orElseThrow(ReadDeliveries::notFound))
                .chain(row -> detail(account, row));
    }

    private Uni<DeliveryDetailView> detail(String account, Row row) {
        DeliveryView delivery = DeliveryView.from(row);
        return ciphers.forAccount(account)
                .chain(cipher -> deliveries
                        .attempts(delivery.id())
                        .map(attempts -> new DeliveryDetailView(
                                delivery,
                                row.text("body"),
                                attempts.stream()
                                        .map(attempt -> AttemptView.from(attempt, cipher))
                                        .toList())));
    }

    static RuntimeException notFound() {
        return Problems.notFound("DELIVERY_NOT_FOUND", "No such delivery.");
    }
}
