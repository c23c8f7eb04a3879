package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies receipts to their messages and publishes the outcomes. A receipt is also the answer to a hand-over that has
 * none yet: the sender has the message. A receipt by a provider's id that no message has yet is stored until the answer
 * brings the id; a lock on the id orders the two.
 */
@ApplicationScoped
class ApplyReceipt {

    /** The effect of a receipt. */
    enum Effect {
        APPLIED,
        EARLY,
        IGNORED
    }

    private final SmsMessageRepository messages;
    private final EarlyReceiptRepository earlyReceipts;
    private final PublishSmsOutcome publish;
    private final DatabaseTime time;
    private final SmsConfig config;
    private final CountReceipts count;

    ApplyReceipt(
            SmsMessageRepository messages,
            EarlyReceiptRepository earlyReceipts,
            PublishSmsOutcome publish,
            DatabaseTime time,
            SmsConfig config,
            CountReceipts count) {
        this.messages = messages;
        this.earlyReceipts = earlyReceipts;
        this.publish = publish;
        this.time = time;
        this.config = config;
        this.count = count;
    }

    @WithTransaction
    public Uni<Effect> apply(SmsReceipt receipt) {
        String messageId = receipt.messageId();
        String providerId = receipt.providerMessageId();
        if (messageId != null) {
            return messages.lock(messageId).chain(found -> applyIfOurs(found, receipt));
        }
        return providerId == null ? ignored() : byProviderId(providerId, receipt);
    }

    private Uni<Effect> byProviderId(String providerId, SmsReceipt receipt) {
        return earlyReceipts
                .lock(receipt.sender(), providerId)
                .chain(() -> messages.lockOfProvider(receipt.sender(), providerId))
                .chain(found -> found.isPresent()
                        ? applyIfOurs(found, receipt)
                        : earlyReceipts.add(providerId, receipt).replaceWith(Effect.EARLY));
    }

    private Uni<Effect> applyIfOurs(Optional<SmsMessage> found, SmsReceipt receipt) {
        return found.filter(message -> message.isWith(receipt.sender()))
                .map(message -> accept(message, receipt)
                        .chain(() -> apply(message, receipt))
                        .replaceWith(Effect.APPLIED))
                .orElseGet(ApplyReceipt::ignored);
    }

    private Uni<Void> accept(SmsMessage message, SmsReceipt receipt) {
        return message.mayBeHandedOver()
                ? time.now()
                        .invoke(now -> message.accepted(receipt.providerMessageId(), firstAsk(message, now)))
                        .chain(() -> publish.accepted(message))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> apply(SmsMessage message, SmsReceipt receipt) {
        if (!message.received(receipt)) {
            return Uni.createFrom().voidItem();
        }
        return switch (receipt.outcome()) {
            case DELIVERED -> publish.delivered(message);
            case FAILED -> publish.failed(message, message.failureCode());
            case UNKNOWN -> Uni.createFrom().voidItem();
        };
    }

    /**
     * Takes the receipts that came before the provider's id of a message. Runs in the caller's transaction, before the
     * message changes: a query in between would write the change at once, and of two updates of one row in a session,
     * Hibernate Reactive sends the second one with the statement of the first.
     *
     * @param providerId the id; null if the provider has none
     */
    Uni<List<SmsReceipt>> takeEarly(SmsMessage message, @Nullable String providerId) {
        String sender = message.sender();
        return sender == null || providerId == null
                ? Uni.createFrom().item(List.of())
                : earlyReceipts.lock(sender, providerId).chain(() -> earlyReceipts.take(sender, providerId));
    }

    /** Applies receipts that were taken before. */
    Uni<Void> applyEarly(SmsMessage message, List<SmsReceipt> receipts) {
        return Multi.createFrom()
                .iterable(receipts)
                .onItem()
                .transformToUniAndConcatenate(
                        receipt -> apply(message, receipt).invoke(() -> count.count(receipt, Effect.APPLIED)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Returns when the sender is first asked about a missing receipt; null if it sends none. */
    @Nullable
    Instant firstAsk(SmsMessage message, Instant now) {
        return config.receiptAsks() == 0 || ChosenSenders.LOCAL_INBOX.equals(message.sender())
                ? null
                : now.plus(config.receiptAfter());
    }

    private static Uni<Effect> ignored() {
        return Uni.createFrom().item(Effect.IGNORED);
    }
}
