package io.zizhi.notification.sender;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Returns a lost message to the queue, or asks its sender about it. Does not run in the loop that hands messages over:
 * a slow answer would delay every phone code behind it.
 */
@ApplicationScoped
class RecallLostSms {

    private final ClaimLostSms claim;
    private final AskSender askSender;
    private final RecordSmsResult record;

    RecallLostSms(ClaimLostSms claim, AskSender askSender, RecordSmsResult record) {
        this.claim = claim;
        this.askSender = askSender;
        this.record = record;
    }

    /** @return whether a message was lost, so that there may be more */
    Uni<Boolean> round() {
        return claim.claim()
                .call(lost -> lost.filter(SmsMessage::mayBeHandedOver)
                        .map(this::recall)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(Optional::isPresent);
    }

    /** Leaves a message as it is if its sender was not asked: {@link ClaimLostSms} has postponed the recall. */
    private Uni<Void> recall(SmsMessage lost) {
        return askSender
                .recall(lost)
                .chain(answer -> answer.map(result -> record.record(lost.id(), lost.attempt(), result))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
