package io.zizhi.platform.runtime.failpoint;

import java.util.Arrays;
import java.util.Optional;

/** The moments between two effects that no transaction holds together. */
public enum FailPoint {
    /** The relay has read events that are committed, and has sent none of them. */
    OUTBOX_BEFORE_PUBLISH("outbox.before-publish"),

    /** The broker has acknowledged events, and the relay has not marked them. */
    OUTBOX_AFTER_ACK("outbox.after-ack"),

    /** The effect of an event is committed, and its record is not acknowledged. */
    INBOX_AFTER_COMMIT("inbox.after-commit"),

    /** An object is stored, and its row is not. */
    DOCUMENT_AFTER_PUT("document.after-put"),

    /** The owners of due timers are locked, and nothing is committed. */
    TIMER_AFTER_LOCK("timer.after-lock"),

    /** A replica has claimed a message, and has not recorded that it hands the message over. */
    SMS_BEFORE_HAND_OVER("sms.before-hand-over"),

    /** The sender has a message, and nobody wrote that down. */
    SMS_AFTER_SEND("sms.after-send");

    private final String label;

    FailPoint(String label) {
        this.label = label;
    }

    /** The name in configuration and files. */
    public String label() {
        return label;
    }

    static Optional<FailPoint> labelled(String label) {
        return Arrays.stream(values())
                .filter(point -> point.label.equals(label))
                .findFirst();
    }
}
