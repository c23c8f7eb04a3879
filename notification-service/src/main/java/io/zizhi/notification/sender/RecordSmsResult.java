package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.quota.ReserveSender;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records the sender's result and publishes it. */
@ApplicationScoped
class RecordSmsResult {

    /** Pause before all senders are tried again after a refusal; it doubles up to about five minutes. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private static final int MOST_DOUBLINGS = 6;

    private final SmsMessageRepository messages;
    private final PublishSmsOutcome publish;
    private final DatabaseTime time;
    private final SmsConfig config;
    private final ChosenSenders chosen;
    private final ReserveSender reserve;
    private final ApplyReceipt receipts;

    RecordSmsResult(
            SmsMessageRepository messages,
            PublishSmsOutcome publish,
            DatabaseTime time,
            SmsConfig config,
            ChosenSenders chosen,
            ReserveSender reserve,
            ApplyReceipt receipts) {
        this.messages = messages;
        this.chosen = chosen;
        this.reserve = reserve;
        this.receipts = receipts;
        this.publish = publish;
        this.time = time;
        this.config = config;
    }

    /**
     * Records the result. Ignores it if the message was queued again, claimed again or finished meanwhile, except for
     * the provider's id of a message whose receipt came first.
     *
     * @param attempt the claim that the result belongs to
     */
    @WithTransaction
    public Uni<Void> record(String messageId, int attempt, SmsResult result) {
        return messages.lock(messageId)
                .chain(found -> found.map(message -> message.isOpen(attempt)
                                ? time.now().chain(now -> apply(message, result, now))
                                : identify(message, attempt, result))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> identify(SmsMessage message, int attempt, SmsResult result) {
        if (!message.lacksIdOf(attempt)
                || !(result instanceof SmsResult.Accepted accepted)
                || accepted.providerMessageId() == null) {
            return Uni.createFrom().voidItem();
        }
        String providerId = accepted.providerMessageId();
        return receipts.takeEarly(message, providerId).chain(early -> {
            message.identify(providerId);
            return receipts.applyEarly(message, early);
        });
    }

    private Uni<Void> apply(SmsMessage message, SmsResult result, Instant now) {
        return switch (result) {
            case SmsResult.Accepted accepted -> accept(message, accepted.providerMessageId(), now);
            case SmsResult.Refused refused -> {
                Uni<Void> takenBack = takeBack(message);
                yield takenBack.chain(() -> refuse(message, refused, now));
            }
            case SmsResult.Unknown unknown -> {
                message.unknown(unknown.code(), now, config.lostAfter(), config.recalls());
                yield Uni.createFrom().voidItem();
            }
            case SmsResult.Deferred deferred -> {
                Uni<Void> takenBack = takeBack(message);
                deferOrFailOver(message, deferred.code(), now.plus(deferred.pause()));
                yield takenBack;
            }
            case SmsResult.NeverReceived never -> {
                Uni<Void> takenBack = takeBack(message);
                message.requeue();
                yield takenBack;
            }
        };
    }

    private Uni<Void> accept(SmsMessage message, @Nullable String providerId, Instant now) {
        return receipts.takeEarly(message, providerId).chain(early -> {
            message.accepted(providerId, receipts.firstAsk(message, now));
            return publish.accepted(message).chain(() -> receipts.applyEarly(message, early));
        });
    }

    /**
     * Leaves the message to the senders that have not refused it. Some of them may have been stopped, at a limit or
     * unavailable, so it waits for them.
     */
    private Uni<Void> refuse(SmsMessage message, SmsResult.Refused refused, Instant now) {
        if (refused.othersMayTake() && !message.isRefusedByAll(chosen.names())) {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(message.attempt() - 1, MOST_DOUBLINGS));
            deferOrFailOver(message, refused.code(), now.plus(pause));
            return Uni.createFrom().voidItem();
        }
        message.failed(refused.code());
        return publish.failed(message, refused.code());
    }

    /** The sender has certainly not taken the message, so another one may get it at once. */
    private void deferOrFailOver(SmsMessage message, String code, Instant notBefore) {
        if (message.sender() == null || chosen.after(message.sender()).isEmpty()) {
            message.defer(code, notBefore);
        } else {
            message.failOver(code);
        }
    }

    private Uni<Void> takeBack(SmsMessage message) {
        return message.sender() == null || message.handedOverAt() == null
                ? Uni.createFrom().voidItem()
                : reserve.takeBack(message.sender(), message.parts(), message.handedOverAt());
    }
}
