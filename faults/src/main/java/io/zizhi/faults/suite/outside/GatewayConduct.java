package io.zizhi.faults.suite.outside;

/** What the gateway did with a hand-over. */
public enum GatewayConduct {
    /** It took the message and answered. */
    ACCEPTS(true),

    /** It took the message and answered late, sometimes after the receipt. */
    ACCEPTS_LATE(true),

    /** It took the message and dropped the connection. */
    LOSES_ANSWER(true),

    /** It dropped the connection without the message. */
    LOSES_REQUEST(false),

    /** It answered 503: the message was not taken, and another sender may have it. */
    DEFERS(false),

    /** It answered 422: the message was refused for good. */
    REFUSES(false),

    /** It answered 409, because it had said before that it never received the message. */
    KNOWS_RECALL(false);

    private final boolean takes;

    GatewayConduct(boolean takes) {
        this.takes = takes;
    }

    /** Returns whether the recipient gets the message. */
    public boolean takes() {
        return takes;
    }

    /** Returns whether the sender knows for sure that the message was not taken. */
    public boolean isCertainlyNotTaken() {
        return this == DEFERS || this == KNOWS_RECALL;
    }
}
