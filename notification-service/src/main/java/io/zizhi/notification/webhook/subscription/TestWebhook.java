package io.zizhi.notification.webhook.subscription;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.TargetOwner;
import io.zizhi.notification.webhook.PostWebhook;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Posts a test webhook and shows the answer. It is not a delivery, and its failure does not disable the webhook. */
@ApplicationScoped
public class TestWebhook {

    private final BeginCall begin;
    private final PostWebhook post;
    private final CallBody bodies;
    private final Clock clock;

    TestWebhook(BeginCall begin, PostWebhook post, CallBody bodies, Clock clock) {
        this.begin = begin;
        this.post = post;
        this.bodies = bodies;
        this.clock = clock;
    }

    public Uni<WebhookTestView> test(Caller caller, long id) {
        return begin.test(caller, id)
                .chain(call -> post.post(
                        "msg_test_" + UUID.randomUUID(),
                        TargetOwner.ACCOUNT,
                        Uni.createFrom().item(call.to()),
                        bodies.test(call, clock.instant())))
                .map(WebhookTestView::from);
    }
}
