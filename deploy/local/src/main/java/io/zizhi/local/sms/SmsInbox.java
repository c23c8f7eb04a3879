package io.zizhi.local.sms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** The newest messages, in memory. Their fields are JSON strings as they came, still escaped. */
final class SmsInbox {

    /** More than a demo sends, and little memory. */
    private static final int KEPT = 1_000;

    private final Deque<Message> messages = new ArrayDeque<>();

    private record Message(String id, String to, String template, String text) {}

    /** Keeps a message, unless one with this id is there: a repeated request is not a second message. */
    synchronized void put(String id, String to, String template, String text) {
        if (has(id)) {
            return;
        }
        messages.addFirst(new Message(id, to, template, text));
        if (messages.size() > KEPT) {
            messages.removeLast();
        }
    }

    synchronized boolean has(String id) {
        return messages.stream().anyMatch(message -> message.id().equals(id));
    }

    /** Returns the messages to a number, newest first, as the items of a JSON array. */
    synchronized String of(String to) {
        return messages.stream()
                .filter(message -> message.to().equals(to))
                .map(message -> "{\"template\":\"" + message.template() + "\",\"text\":\"" + message.text() + "\"}")
                .collect(Collectors.joining(","));
    }
}
