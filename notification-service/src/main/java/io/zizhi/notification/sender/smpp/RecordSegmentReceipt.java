package io.zizhi.notification.sender.smpp;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.notification.sender.channel.SmsReceipts;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Records the receipt of a segment. A receipt that fits no open segment is stored: it may have come before the answer
 * to its segment, also if an older segment had the same id. The receipt of the message follows after the commit, so
 * that no receipt needs two connections. A repeated receipt reports the message again: the process may have died in
 * between.
 */
@ApplicationScoped
class RecordSegmentReceipt {

    private final SmppMessageRepository messages;
    private final FindOutcome find;
    private final SmsReceipts receipts;
    private final DatabaseTime time;

    RecordSegmentReceipt(SmppMessageRepository messages, FindOutcome find, SmsReceipts receipts, DatabaseTime time) {
        this.messages = messages;
        this.find = find;
        this.receipts = receipts;
        this.time = time;
    }

    /** Completes when the receipt of the segment and that of the message are committed. */
    Uni<Void> record(SegmentReceipt receipt) {
        return Panache.withTransaction(() -> messages.lockReceipt(receipt.receiptId())
                        .chain(() -> messages.ofReceipt(receipt.receiptId()))
                        .chain(found -> found.map(segment -> apply(segment, receipt))
                                .orElseGet(() -> keep(receipt).replaceWith(Optional.empty()))))
                .chain(message -> message.map(receipts::record)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<SmsReceipt>> apply(SubmittedSegment segment, SegmentReceipt receipt) {
        return messages.report(segment, receipt.state(), receipt.code())
                .chain(changed -> changed ? find.ofChanged(segment) : keepOrRepeat(segment, receipt));
    }

    private Uni<Optional<SmsReceipt>> keepOrRepeat(SubmittedSegment segment, SegmentReceipt receipt) {
        return keep(receipt)
                .chain(() -> segment.state() == receipt.state()
                        ? find.ofAttempt(segment.messageId(), segment.attempt())
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> keep(SegmentReceipt receipt) {
        return time.now().chain(now -> messages.keepEarly(receipt, now));
    }
}
