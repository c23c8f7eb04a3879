package io.zizhi.notification.sender;

import java.time.Duration;

/**
 * One replica's claim of a message, good for one hand-over.
 *
 * @param message as it was claimed
 * @param begunAt {@link System#nanoTime} before the claim was made: its age must not depend on a clock that is set
 */
record SmsClaim(SmsMessage message, long begunAt) {

    String messageId() {
        return message.id();
    }

    int attempt() {
        return message.attempt();
    }

    /** Whether the claim is younger than {@code age}. */
    boolean isYounger(Duration age, long nanoTime) {
        return nanoTime - begunAt < age.toNanos();
    }
}
