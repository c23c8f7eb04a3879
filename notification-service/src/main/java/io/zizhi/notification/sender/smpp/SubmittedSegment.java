package io.zizhi.notification.sender.smpp;

import org.jspecify.annotations.Nullable;

/**
 * A stored segment.
 *
 * @param number from 1
 * @param providerMessageId the SMSC's id, exactly as it answered; null if it did not
 * @param code reason of a failure
 */
record SubmittedSegment(
        String messageId,
        int attempt,
        int number,
        SegmentState state,
        @Nullable String providerMessageId,
        @Nullable String code) {}
