package io.zizhi.notification.sender.smpp;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsReceipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Combines the receipts of segments into one receipt of the message. Runs in the transaction of its caller. */
@ApplicationScoped
class FindOutcome {

    private final SmppMessageRepository messages;
    private final Clock clock;

    FindOutcome(SmppMessageRepository messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Returns the receipt if the change of a segment has given the message a new outcome. */
    Uni<Optional<SmsReceipt>> ofChanged(SubmittedSegment segment) {
        return messages.lockMessage(segment.messageId())
                .chain(() -> ofAttempt(segment.messageId(), segment.attempt()))
                .chain(found -> found.map(receipt -> ifNew(segment, receipt))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<SmsReceipt>> ifNew(SubmittedSegment segment, SmsReceipt receipt) {
        return messages.reported(
                        segment.messageId(),
                        segment.attempt(),
                        receipt.outcome().name())
                .map(isNew -> isNew ? Optional.of(receipt) : Optional.empty());
    }

    /** Returns the receipt of an attempt, reported before or not; empty while its outcome is open. */
    Uni<Optional<SmsReceipt>> ofAttempt(String messageId, int attempt) {
        return messages.segments(messageId, attempt).map(segments -> receipt(messageId, segments));
    }

    /** Returns the receipt that the segments of a message add up to; empty while its outcome is open. */
    Optional<SmsReceipt> receipt(String messageId, SubmittedSegments segments) {
        return segments.outcome()
                .map(outcome -> new SmsReceipt(
                        SmppSmsSender.NAME,
                        segments.providerMessageId(),
                        messageId,
                        outcome,
                        segments.code(),
                        clock.instant()));
    }
}
