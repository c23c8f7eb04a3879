package io.zizhi.notification.sender.smpp;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsReceipts;
import io.zizhi.notification.sender.channel.SmsResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.jsmpp.bean.MessageState;

/**
 * Returns the known result of a message, after asking the SMSC about the segments that it has taken. SMPP has no way to
 * ask about a segment whose answer was lost, so such a message stays unknown. A known outcome is reported again: the
 * process that recorded it may have died before its report.
 */
@ApplicationScoped
class RecallFromSmsc {

    private final BeginRecall begin;
    private final SmppLink link;
    private final RecordSegmentReceipt record;
    private final FindOutcome find;
    private final SmsReceipts receipts;
    private final SmppConfig config;

    RecallFromSmsc(
            BeginRecall begin,
            SmppLink link,
            RecordSegmentReceipt record,
            FindOutcome find,
            SmsReceipts receipts,
            SmppConfig config) {
        this.begin = begin;
        this.link = link;
        this.record = record;
        this.find = find;
        this.receipts = receipts;
        this.config = config;
    }

    Uni<SmsResult> recall(String messageId, int attempt) {
        return begin.begin(messageId, attempt)
                .call(segments -> Multi.createFrom()
                        .iterable(segments.open())
                        .onItem()
                        .transformToUniAndConcatenate(this::ask)
                        .collect()
                        .last())
                .call(segments -> report(messageId, segments))
                .map(SubmittedSegments::result);
    }

    private Uni<Void> report(String messageId, SubmittedSegments segments) {
        return Optional.of(segments)
                .filter(known -> known.result() instanceof SmsResult.Accepted)
                .flatMap(known -> find.receipt(messageId, known))
                .map(receipts::record)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> ask(SubmittedSegment segment) {
        String id = Objects.requireNonNull(segment.providerMessageId());
        return link.query(id)
                .chain(state -> receipt(id, state)
                        .map(record::record)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Optional<SegmentReceipt> receipt(String id, Optional<MessageState> state) {
        return state.flatMap(known -> SegmentState.of(known)
                .map(outcome -> new SegmentReceipt(
                        config.receiptIds().ofAnswer(id), outcome, ReceiptParser.code(known, outcome, ""))));
    }
}
