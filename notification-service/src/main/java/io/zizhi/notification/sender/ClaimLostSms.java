package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Takes messages that nobody knows of, or whose replica died with them, so that this replica asks the sender. */
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

    /** @return their ids */
    @WithTransaction
    public Uni<List<String>> claim(int atMost) {
        return time.now()
                .chain(now -> messages.lockToRecall(now, atMost).invoke(found -> postpone(found, now)))
                .map(found -> found.stream().map(SmsMessage::id).toList());
    }

    private void postpone(List<SmsMessage> found, Instant now) {
        found.forEach(message -> message.postponeRecall(now, config.lostAfter()));
    }
}
