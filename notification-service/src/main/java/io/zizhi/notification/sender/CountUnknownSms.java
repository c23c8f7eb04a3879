package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the messages with an unknown outcome. */
@ApplicationScoped
class CountUnknownSms {

    private final SmsMessageRepository messages;

    CountUnknownSms(SmsMessageRepository messages) {
        this.messages = messages;
    }

    @WithSession
    public Uni<Long> count() {
        return messages.countUnknown();
    }
}
