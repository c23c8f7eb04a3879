package io.zizhi.notification.sender.smpp;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.notification.sender.channel.SmsReceipts;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Records receipts for tests. */
class RecordedReceipts implements SmsReceipts {

    private final Queue<SmsReceipt> receipts = new ConcurrentLinkedQueue<>();
    private volatile boolean failing;

    @Override
    public Uni<Void> record(SmsReceipt receipt) {
        if (failing) {
            return Uni.createFrom().failure(new IllegalStateException("scripted"));
        }
        receipts.add(receipt);
        return Uni.createFrom().voidItem();
    }

    void fail(boolean changed) {
        failing = changed;
    }

    List<SmsReceipt> all() {
        return List.copyOf(receipts);
    }

    List<SmsReceipt> of(String messageId) {
        return receipts.stream()
                .filter(receipt -> messageId.equals(receipt.messageId()))
                .toList();
    }
}
