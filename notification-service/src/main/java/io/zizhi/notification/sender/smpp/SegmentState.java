package io.zizhi.notification.sender.smpp;

import java.util.Optional;
import org.jsmpp.bean.MessageState;

/** State of a segment. */
enum SegmentState {
    /** It may have been submitted, and no answer is known. */
    PENDING,

    /** The SMSC has not taken it and never gets it. */
    NOT_TAKEN,

    /** The SMSC has it. */
    TAKEN,

    DELIVERED,

    FAILED,

    /** The SMSC has lost track of it. It may still report an outcome. */
    UNKNOWN;

    boolean isTaken() {
        return this != PENDING && this != NOT_TAKEN;
    }

    /** Returns whether the SMSC may still report the final outcome. */
    boolean isOpen() {
        return this == TAKEN || this == UNKNOWN;
    }

    /** Maps a state of SMPP; empty if the SMSC is still trying. */
    static Optional<SegmentState> of(MessageState state) {
        return switch (state) {
            case DELIVERED -> Optional.of(DELIVERED);
            case EXPIRED, DELETED, UNDELIVERABLE, REJECTED, SKIPPED -> Optional.of(FAILED);
            case UNKNOWN -> Optional.of(UNKNOWN);
            case SCHEDULED, ENROUTE, ACCEPTED -> Optional.empty();
        };
    }
}
