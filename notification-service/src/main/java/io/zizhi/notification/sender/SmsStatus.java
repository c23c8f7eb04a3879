package io.zizhi.notification.sender;

import java.util.Set;

/** Status of a message. */
public enum SmsStatus {
    /** Waits for its turn. */
    QUEUED,

    /** A replica has reserved the message; the sender does not have it yet. */
    CLAIMED,

    /** The message is being handed over; the sender may have it. */
    SENDING,

    /** The sender has the message. */
    ACCEPTED,

    /** The phone has the message. Only {@link SmsOutcome} uses this: the message itself stays ACCEPTED. */
    DELIVERED,

    /** The message will not be sent, or did not reach the phone. */
    FAILED,

    /** The sender may or may not have the message, or does not know whether the phone got it. */
    UNKNOWN;

    /** Returns whether a message may change from this status to {@code next}. */
    public boolean canMoveTo(SmsStatus next) {
        return switch (this) {
            case QUEUED -> Set.of(CLAIMED, FAILED).contains(next);
            case CLAIMED -> Set.of(QUEUED, SENDING, FAILED).contains(next);
            case SENDING -> Set.of(QUEUED, ACCEPTED, FAILED, UNKNOWN).contains(next);
            case UNKNOWN -> Set.of(QUEUED, ACCEPTED, FAILED).contains(next);
            case ACCEPTED, DELIVERED, FAILED -> false;
        };
    }
}
