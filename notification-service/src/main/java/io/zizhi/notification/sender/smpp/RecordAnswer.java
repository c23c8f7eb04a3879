package io.zizhi.notification.sender.smpp;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.notification.sender.channel.SmsReceipts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/**
 * Records the answer to a segment, and its receipt if that came first. The receipt of the message follows after the
 * commit; {@link RecallFromSmsc} reports it again if the process dies in between.
 */
@ApplicationScoped
class RecordAnswer {

    private static final int MORE_TRIES = 2;

    private final SmppMessageRepository messages;
    private final FindOutcome find;
    private final SmsReceipts receipts;
    private final SmppConfig config;

    RecordAnswer(SmppMessageRepository messages, FindOutcome find, SmsReceipts receipts, SmppConfig config) {
        this.messages = messages;
        this.find = find;
        this.receipts = receipts;
        this.config = config;
    }

    /** Tries each step again at once: without the id, receipts of the segment find no message. */
    Uni<Void> record(String messageId, int attempt, int segment, SubmitAnswer answer) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(() -> apply(messageId, attempt, segment, answer)))
                .onFailure()
                .retry()
                .atMost(MORE_TRIES)
                .chain(message -> message.map(this::report)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> report(SmsReceipt receipt) {
        return receipts.record(receipt).onFailure().retry().atMost(MORE_TRIES);
    }

    private Uni<Optional<SmsReceipt>> apply(String messageId, int attempt, int segment, SubmitAnswer answer) {
        return switch (answer) {
            case SubmitAnswer.Taken taken ->
                taken(new SubmittedSegment(
                        messageId, attempt, segment, SegmentState.TAKEN, taken.providerMessageId(), null));
            case SubmitAnswer.NotTaken refused ->
                messages.notTaken(messageId, attempt, segment, refused.code()).replaceWith(Optional.empty());
            case SubmitAnswer.Unclear unclear ->
                messages.notTaken(messageId, attempt, segment + 1, "SMPP_NOT_SUBMITTED")
                        .replaceWith(Optional.empty());
        };
    }

    private Uni<Optional<SmsReceipt>> taken(SubmittedSegment segment) {
        String receiptId = config.receiptIds().ofAnswer(Objects.requireNonNull(segment.providerMessageId()));
        return messages.lockReceipt(receiptId)
                .chain(() -> messages.taken(segment, receiptId))
                .chain(() -> messages.takeEarly(segment, receiptId))
                .chain(early -> early.map(receipt -> apply(segment, receipt))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<SmsReceipt>> apply(SubmittedSegment segment, SegmentReceipt receipt) {
        return messages.report(segment, receipt.state(), receipt.code())
                .chain(changed ->
                        changed ? find.ofChanged(segment) : Uni.createFrom().item(Optional.empty()));
    }
}
