package io.zizhi.notification.sender.smpp;

import org.jspecify.annotations.Nullable;

/**
 * Delivery receipt of one segment.
 *
 * @param receiptId id of the segment in the common form of {@link ReceiptIds}
 * @param state DELIVERED, FAILED or UNKNOWN
 * @param code reason, at most 60 characters; null if delivered
 */
record SegmentReceipt(
        String receiptId, SegmentState state, @Nullable String code) {}
