package io.zizhi.notification.sender;

import java.time.Duration;

/**
 * A replica's claim of a message, valid for one hand-over.
 *
 * @param message as it was claimed
 * @param begunAt {@link System#nanoTime} before the claim; the age of a claim must not depend on an adjustable clock
 */
record SmsClaim(SmsMessage message, long begunAt) {

    String messageId() {
        return message.id();
    }

    int attempt() {
        return message.attempt();
    }

    boolean isYounger(Duration age, long nanoTime) {
        return nanoTime - begunAt < age.toNanos();
    }
}
