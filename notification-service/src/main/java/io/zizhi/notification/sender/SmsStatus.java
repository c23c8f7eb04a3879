package io.zizhi.notification.sender;

import java.util.Set;

/** Where a message stands. */
public enum SmsStatus {
    /** Waits for its turn. */
    QUEUED,

    /** Claimed; the sender may have it. */
    SENDING,

    /** The sender has it. */
    ACCEPTED,

    /** It will not be sent. */
    FAILED,

    /** Nobody knows whether the sender has it. */
    UNKNOWN;

    /** The transition table. */
    public boolean canMoveTo(SmsStatus next) {
        return switch (this) {
            case QUEUED -> Set.of(SENDING, FAILED).contains(next);
            case SENDING -> next != SENDING;
            case UNKNOWN -> next != SENDING;
            case ACCEPTED, FAILED -> false;
        };
    }
}
