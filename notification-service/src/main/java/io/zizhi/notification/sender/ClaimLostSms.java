package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes one message that nobody knows of, or whose replica died with it, so that this replica asks the sender. One at a
 * time, for the reason that {@link ClaimQueuedSms} gives.
 */
@ApplicationScoped
class ClaimLostSms {

    private final SmsMessageRepository messages;
    private final DatabaseTime time;
    private final SmsConfig config;

    @Inject
    ClaimLostSms(SmsMessageRepository messages, DatabaseTime time, SmsConfig config) {
        this.messages = messages;
        this.time = time;
        this.config = config;
    }

    /** @return its id, or nothing where there is none */
    @WithTransaction
    public Uni<Optional<String>> claim() {
        return time.now()
                .chain(now -> messages.lockNextToRecall(now).invoke(found -> postpone(found, now)))
                .map(found -> found.map(SmsMessage::id));
    }

    private void postpone(Optional<SmsMessage> found, Instant now) {
        found.ifPresent(message -> message.postponeRecall(now, config.lostAfter()));
    }
}
