package io.zizhi.notification.sender;

import java.time.Duration;
import java.util.Objects;

/**
 * A replica's claim of a message, valid for one hand-over.
 *
 * @param message as it was claimed
 * @param begunAt {@link System#nanoTime} before the claim; the age of a claim must not depend on an adjustable clock
 * @param delay how long the rate of the sender makes the hand-over wait
 */
record SmsClaim(SmsMessage message, long begunAt, Duration delay) {

    /** Returns the name of the sender that gets the message. */
    String sender() {
        return Objects.requireNonNull(message.sender());
    }

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
