package io.zizhi.notification.sender.smpp;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/** Commits, before anything is written to the SMSC, that the segments of an attempt may be submitted. */
@ApplicationScoped
class BeginSubmission {

    private final SmppMessageRepository messages;
    private final DatabaseTime time;

    BeginSubmission(SmppMessageRepository messages, DatabaseTime time) {
        this.messages = messages;
        this.time = time;
    }

    /** @return false if this attempt was recalled, or a later one exists */
    @WithTransaction
    public Uni<Boolean> begin(String messageId, int attempt, int segments) {
        return time.now().chain(now -> messages.begin(messageId, attempt, segments, now));
    }
}
