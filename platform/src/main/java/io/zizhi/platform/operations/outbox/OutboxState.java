package io.zizhi.platform.operations.outbox;

/** States of outbox events, with their SQL conditions. */
enum OutboxState {
    /** Not acknowledged by the broker yet. Each side of the "or" has an index. */
    UNSENT("sent_at is null and (resend_requested_at is null or resend_requested_at is not null)"),
    /** Not acknowledged yet, and the last attempt failed. */
    FAILING("sent_at is null and next_attempt_at is not null"),
    /** Acknowledged. The row is kept for thirty days, so that the event can be resent. */
    SENT("sent_at is not null");

    private final String condition;

    OutboxState(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
