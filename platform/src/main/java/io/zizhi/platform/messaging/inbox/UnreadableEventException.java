package io.zizhi.platform.messaging.inbox;

/** Thrown for a record that no retry can read. The message never quotes the content. */
final class UnreadableEventException extends Exception {

    UnreadableEventException(String message) {
        super(message);
    }
}
