package io.zizhi.platform.messaging.inbox;

/** A record that stays unreadable however often it is retried. The message never quotes the content. */
final class UnreadableEventException extends Exception {

    UnreadableEventException(String message) {
        super(message);
    }
}
