package io.zizhi.notification.webhook.subscription;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

@ApplicationScoped
public class ReadWebhooks {

    private final WebhookSubscriptionRepository webhooks;
    private final WebhookSeal seal;
    private final Clock clock;

    ReadWebhooks(WebhookSubscriptionRepository webhooks, WebhookSeal seal, Clock clock) {
        this.webhooks = webhooks;
        this.seal = seal;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<WebhookView> one(Caller caller, long id) {
        return webhooks.get(id, caller.requireAccount()).chain(this::view);
    }

    @WithTransaction
    public Uni<Page<WebhookView>> page(Caller caller, PageRequest page) {
        return webhooks.page(caller.requireAccount(), page.afterOr(0), page.limit())
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id())))
                .chain(found -> Multi.createFrom()
                        .iterable(found.items())
                        .onItem()
                        .transformToUniAndConcatenate(this::view)
                        .collect()
                        .asList()
                        .map(views -> new Page<>(views, found.nextCursor())));
    }

    private Uni<WebhookView> view(WebhookSubscription webhook) {
        return seal.view(webhook, null, clock.instant());
    }
}
