package io.zizhi.notification.webhook;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.Answer;
import io.zizhi.notification.outbound.PostJson;
import io.zizhi.notification.outbound.Signature;
import io.zizhi.notification.outbound.TargetOwner;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.platform.http.problem.Outages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Signs a webhook and posts it once. Never call it inside a transaction. */
@ApplicationScoped
public class PostWebhook {

    private final PostJson post;
    private final CountAttempts count;
    private final Clock clock;

    PostWebhook(PostJson post, CountAttempts count, Clock clock) {
        this.post = post;
        this.count = count;
        this.clock = clock;
    }

    /**
     * Posts a webhook.
     *
     * @param id id of the webhook, the same for every attempt
     * @param to the receiver; a failure means that nothing is posted
     * @return the result; fails only if the receiver is unknown because of an outage, which says nothing about it
     */
    public Uni<Posted> post(String id, TargetOwner owner, Uni<Receiver> to, String body) {
        return Uni.createFrom().deferred(() -> {
            long start = System.nanoTime();
            return to.chain(receiver -> send(id, owner, receiver, body))
                    .map(answer -> new Posted(Attempt.of(answer.status()), answer, since(start)))
                    .onFailure(failure -> !Outages.isOutage(failure))
                    .recoverWithItem(failure -> new Posted(Attempt.of(failure), null, since(start)))
                    .invoke(posted -> count.count(owner, posted.attempt()));
        });
    }

    private Uni<Answer> send(String id, TargetOwner owner, Receiver receiver, String body) {
        TargetUrl url = TargetUrl.parse(receiver.url())
                .orElseThrow(() -> new IllegalStateException("Webhook " + id + " has an invalid URL"));
        return post.post(url, owner, Signature.headers(id, body, receiver.secrets(), clock.instant()), body);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
