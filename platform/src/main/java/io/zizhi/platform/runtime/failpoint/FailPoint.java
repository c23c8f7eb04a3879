package io.zizhi.platform.runtime.failpoint;

import java.util.Arrays;
import java.util.Optional;

/** Moments between two effects that no transaction joins. */
public enum FailPoint {
    /** The relay has read committed events but sent none of them. */
    OUTBOX_BEFORE_PUBLISH("outbox.before-publish"),

    /** The broker has acknowledged events, but the relay has not marked them yet. */
    OUTBOX_AFTER_ACK("outbox.after-ack"),

    /** The effect of an event is committed, but its record is not acknowledged yet. */
    INBOX_AFTER_COMMIT("inbox.after-commit"),

    /** An object is stored, but its row is not. */
    DOCUMENT_AFTER_PUT("document.after-put"),

    /** The owners of due timers are locked, but nothing is committed yet. */
    TIMER_AFTER_LOCK("timer.after-lock"),

    /** A replica has claimed a message but has not recorded yet that it is passing the message to the gateway. */
    SMS_BEFORE_HAND_OVER("sms.before-hand-over"),

    /** The SMS gateway has accepted a message, but the database does not record it yet. */
    SMS_AFTER_SEND("sms.after-send"),

    /** A batch of work on keys is done, but nothing is committed yet. */
    KEYS_BEFORE_COMMIT("keys.before-commit");

    private final String label;

    FailPoint(String label) {
        this.label = label;
    }

    /** Returns the name used in configuration and files. */
    public String label() {
        return label;
    }

    static Optional<FailPoint> labelled(String label) {
        return Arrays.stream(values())
                .filter(point -> point.label.equals(label))
                .findFirst();
    }
}
