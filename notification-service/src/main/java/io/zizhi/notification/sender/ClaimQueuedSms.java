package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.quota.Reservation;
import io.zizhi.notification.sender.quota.ReserveSender;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Claims one queued message for this replica, chooses its sender, and commits before the hand-over. It claims one
 * message at a time because the lease starts here: with a slow sender, the last message of a batch would look lost, and
 * another replica would send it too. Messages that are no longer useful fail, and notices wait until the quiet hours
 * end. The content is not decrypted, so an unreadable message does not block the queue.
 */
@ApplicationScoped
class ClaimQueuedSms {

    private static final String TOO_LATE = "SMS_TOO_LATE";

    /** How long a message waits before all senders are tried again. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** How long a message waits that is too expensive for the rest of the day. */
    private static final Duration PAUSE_OF_EXPENSIVE = Duration.ofMinutes(1);

    private final SmsMessageRepository messages;
    private final DatabaseTime time;
    private final SmsConfig config;
    private final PublishSmsOutcome publish;
    private final ReserveSender reserve;
    private final NotificationLimits.Sms limits;

    ClaimQueuedSms(
            SmsMessageRepository messages,
            DatabaseTime time,
            SmsConfig config,
            PublishSmsOutcome publish,
            ReserveSender reserve,
            NotificationLimits limits) {
        this.limits = limits.sms();
        this.messages = messages;
        this.reserve = reserve;
        this.time = time;
        this.config = config;
        this.publish = publish;
    }

    /**
     * @return the message, claimed, failed, postponed or left until the quiet hours end; empty if the queue is empty or
     *     no sender takes messages now
     */
    @WithTransaction
    public Uni<Optional<SmsClaim>> claim() {
        long begunAt = System.nanoTime();
        return time.now()
                .chain(now -> messages.lockNextQueued()
                        .chain(found -> found.map(message -> claimOrFail(message, now, begunAt))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private Uni<Optional<SmsClaim>> claimOrFail(SmsMessage message, Instant now, long begunAt) {
        if (message.isUseful(now)) {
            Optional<Instant> quietUntil = quietUntil(message, now);
            if (quietUntil.isPresent()) {
                message.waitUntil(quietUntil.get());
                return Uni.createFrom().item(Optional.of(new SmsClaim(message, begunAt, Duration.ZERO)));
            }
            return reserve.reserve(message.sender(), message.parts())
                    .chain(sender -> sender.isPresent()
                            ? Uni.createFrom().item(claim(message, sender.get(), now, begunAt))
                            : postpone(message, now, begunAt));
        }
        message.failed(TOO_LATE);
        return publish.failed(message, TOO_LATE)
                .replaceWith(Optional.of(new SmsClaim(message, begunAt, Duration.ZERO)));
    }

    private Optional<SmsClaim> claim(SmsMessage message, Reservation sender, Instant now, long begunAt) {
        message.claim(sender.sender(), now, config.lostAfter());
        return Optional.of(new SmsClaim(message, begunAt, sender.delay()));
    }

    /**
     * Makes way for other messages if this one cannot use all senders, or if only its length exceeds what is left of
     * the day's costs; otherwise leaves the queue as it is.
     */
    private Uni<Optional<SmsClaim>> postpone(SmsMessage message, Instant now, long begunAt) {
        if (message.sender() != null) {
            return Uni.createFrom().item(postponed(message, now.plus(PAUSE), begunAt));
        }
        return reserve.isTooExpensive(message.parts())
                .map(tooExpensive ->
                        tooExpensive ? postponed(message, now.plus(PAUSE_OF_EXPENSIVE), begunAt) : Optional.empty());
    }

    private static Optional<SmsClaim> postponed(SmsMessage message, Instant until, long begunAt) {
        message.retryAllSenders(until);
        return Optional.of(new SmsClaim(message, begunAt, Duration.ZERO));
    }

    private Optional<Instant> quietUntil(SmsMessage message, Instant now) {
        return limits.quietHours().filter(hours -> message.waitsInQuietHours()).flatMap(hours -> hours.endAfter(now));
    }
}
