package io.zizhi.platform.messaging.inbox;

/** A record that no retry will make readable. Its message never quotes the content. */
final class UnreadableEventException extends Exception {

    UnreadableEventException(String message) {
        super(message);
    }
}
