package io.zizhi.notification.sender;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.notification.sender.channel.SmsReceipts;
import io.zizhi.notification.sender.channel.SmsResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Asks the sender of an accepted message what became of it. A sender that learns of the delivery while it is asked
 * reports it through {@link SmsReceipts}; one that cannot tell changes nothing. A provider's id that is only known now
 * finds earlier receipts. An accepted message is never sent again, whatever the sender answers.
 */
@ApplicationScoped
class AskForReceipt {

    private final ClaimMissingReceipt claim;
    private final AskSender askSender;
    private final SmsReceipts receipts;
    private final RecordSmsResult recordResult;
    private final CountReceipts count;
    private final Clock clock;

    AskForReceipt(
            ClaimMissingReceipt claim,
            AskSender askSender,
            SmsReceipts receipts,
            RecordSmsResult recordResult,
            CountReceipts count,
            Clock clock) {
        this.claim = claim;
        this.askSender = askSender;
        this.receipts = receipts;
        this.recordResult = recordResult;
        this.count = count;
        this.clock = clock;
    }

    /** @return whether a receipt was missing */
    Uni<Boolean> ask() {
        return claim.claim()
                .chain(found -> found.map(this::ask).orElse(Uni.createFrom().item(false)));
    }

    private Uni<Boolean> ask(SmsMessage message) {
        if (!message.expectsReceipt()) {
            count.countMissing(String.valueOf(message.sender()));
            return Uni.createFrom().item(true);
        }
        return askSender
                .recall(message)
                .chain(answer -> answer.map(result -> record(message, result)).orElseGet(() -> claim.postpone(message)))
                .replaceWith(true);
    }

    private Uni<Void> record(SmsMessage message, SmsResult result) {
        return switch (result) {
            case SmsResult.Refused refused ->
                receipts.record(new SmsReceipt(
                        String.valueOf(message.sender()),
                        null,
                        message.id(),
                        SmsReceipt.Outcome.FAILED,
                        refused.code(),
                        clock.instant()));
            case SmsResult.Accepted accepted -> recordResult.record(message.id(), message.attempt(), accepted);
            case SmsResult.Unknown unknown -> Uni.createFrom().voidItem();
            case SmsResult.Deferred deferred -> Uni.createFrom().voidItem();
            case SmsResult.NeverReceived never -> Uni.createFrom().voidItem();
        };
    }
}
