package io.zizhi.faults.audit.notices;

import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.suite.outside.GatewayConduct;
import io.zizhi.faults.suite.outside.GatewayMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hand-overs of each message to both senders: the gateway and the local inbox. */
final class HandOvers {

    /**
     * One hand-over.
     *
     * @param attempt the service's number of it
     * @param taken whether the recipient got the message
     * @param mayBeRepeated whether the service can know for sure that the message was not taken
     */
    record HandOver(long attempt, boolean taken, boolean mayBeRepeated) {}

    private final Map<String, Row> inbox;
    private final Map<String, GatewayMessage> gateway;
    private final Map<String, List<HandOver>> byMessage = new HashMap<>();

    HandOvers(Evidence evidence) {
        this.inbox = evidence.rowsBy(Evidence.NOTIFICATION, "local_inbox", "message_id");
        this.gateway = evidence.gateway().stream().collect(Collectors.toMap(GatewayMessage::id, message -> message));
        for (Row row : evidence.rows(Evidence.NOTIFICATION, "local_hand_over")) {
            boolean taken = row.isTrue("taken");
            add(row.text("message_id"), new HandOver(row.number("attempt"), taken, !taken));
        }
        for (GatewayMessage message : evidence.gateway()) {
            for (GatewayMessage.HandOver each : message.handOvers()) {
                boolean recalled = !each.conduct().takes() && each.attempt() <= message.recalled();
                add(
                        message.id(),
                        new HandOver(
                                each.attempt(),
                                each.conduct().takes(),
                                recalled || each.conduct().isCertainlyNotTaken()));
            }
        }
    }

    private void add(String message, HandOver handOver) {
        byMessage.computeIfAbsent(message, none -> new ArrayList<>()).add(handOver);
    }

    /** Returns the ids of all messages that reached a sender. */
    Set<String> messages() {
        Set<String> messages = new TreeSet<>(inbox.keySet());
        messages.addAll(byMessage.keySet());
        return messages;
    }

    /** Returns the hand-overs of a message by their attempts. */
    List<HandOver> of(String message) {
        return byMessage.getOrDefault(message, List.of()).stream()
                .sorted(Comparator.comparingLong(HandOver::attempt))
                .toList();
    }

    /** Returns how often the recipient got the message, from both senders together. */
    long taken(String message) {
        return of(message).stream().filter(HandOver::taken).count();
    }

    /** Returns whether the recipient has the message. */
    boolean hasArrived(String message) {
        GatewayMessage passedOn = gateway.get(message);
        return inbox.containsKey(message)
                || (passedOn != null
                        && passedOn.handOvers().stream()
                                .anyMatch(handOver -> handOver.conduct().takes()));
    }

    boolean isInInbox(String message) {
        return inbox.containsKey(message);
    }

    /** Returns whether the gateway refused the message for good. */
    boolean isRefused(String message) {
        GatewayMessage found = gateway.get(message);
        return found != null && found.had(GatewayConduct.REFUSES);
    }

    /** Returns whether the gateway took the message and cannot say so. */
    boolean isForgotten(String message) {
        GatewayMessage found = gateway.get(message);
        return found != null && found.mute();
    }

    /** Returns the blind index of the number that the message went to; null if it reached no sender. */
    @Nullable
    String number(String message) {
        Row text = inbox.get(message);
        GatewayMessage passedOn = gateway.get(message);
        if (text != null) {
            return text.text("phone_index");
        }
        return passedOn == null ? null : passedOn.number();
    }
}
