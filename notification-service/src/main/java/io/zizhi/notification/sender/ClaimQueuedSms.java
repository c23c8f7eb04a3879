package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes queued messages for this replica; committed before any of them is handed over. What is of no use any more fails. */
@ApplicationScoped
class ClaimQueuedSms {

    private final SmsMessageRepository messages;
    private final SmsCipher cipher;
    private final DatabaseTime time;
    private final SmsConfig config;
    private final TellSmsOutcome tell;

    @Inject
    ClaimQueuedSms(
            SmsMessageRepository messages, SmsCipher cipher, DatabaseTime time, SmsConfig config, TellSmsOutcome tell) {
        this.messages = messages;
        this.cipher = cipher;
        this.time = time;
        this.config = config;
        this.tell = tell;
    }

    @WithTransaction
    public Uni<List<Sms>> claim(int atMost) {
        return time.now().chain(now -> messages.lockQueued(atMost).chain(found -> claimAll(found, now)));
    }

    private Uni<List<Sms>> claimAll(List<SmsMessage> found, Instant now) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(message -> claimOne(message, now))
                .collect()
                .asList()
                .map(claimed -> claimed.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<Sms>> claimOne(SmsMessage message, Instant now) {
        if (!message.isUseful(now)) {
            message.failed("SMS_TOO_LATE");
            return tell.failed(message, "SMS_TOO_LATE").replaceWith(Optional.empty());
        }
        message.claim(now, config.lostAfter());
        return cipher.open(message).map(Optional::of);
    }
}
