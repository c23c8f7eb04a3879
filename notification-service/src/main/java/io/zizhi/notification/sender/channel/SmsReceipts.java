package io.zizhi.notification.sender.channel;

import io.smallrye.mutiny.Uni;

/**
 * Takes the delivery receipts of all senders. A receipt may arrive before the answer to the hand-over, several times
 * and in any order. Receipts of unknown messages are counted and ignored, as are receipts from a sender that does not
 * have the message.
 */
public interface SmsReceipts {

    /** Records a receipt; completes when it is committed or ignored, fails only if the database is unavailable. */
    Uni<Void> record(SmsReceipt receipt);
}
