package io.zizhi.notification.sender.smpp;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Returns the submitted segments of a message, and refuses its attempts so far from then on. */
@ApplicationScoped
class BeginRecall {

    private final SmppMessageRepository messages;
    private final DatabaseTime time;

    BeginRecall(SmppMessageRepository messages, DatabaseTime time) {
        this.messages = messages;
        this.time = time;
    }

    @WithTransaction
    public Uni<SubmittedSegments> begin(String messageId, int attempt) {
        return time.now()
                .chain(now -> messages.recall(messageId, attempt, now)
                        .chain(() -> messages.newest(messageId))
                        .chain(found -> found.all().isEmpty()
                                ? none(messageId, now)
                                : Uni.createFrom().item(found)));
    }

    private Uni<SubmittedSegments> none(String messageId, Instant now) {
        return messages.isHandedOverBefore(messageId, now.minus(OutdatedSegments.KEPT))
                .map(SubmittedSegments::none);
    }
}
