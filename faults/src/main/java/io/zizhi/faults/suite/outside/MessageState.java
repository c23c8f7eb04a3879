package io.zizhi.faults.suite.outside;

import io.zizhi.faults.suite.outside.GatewayMessage.HandOver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A message at the gateway. */
final class MessageState {

    private final String id;
    private final Instant arrived;
    private final List<HandOver> handOvers = new ArrayList<>();
    private final Set<String> receipts = new HashSet<>();
    private String number = "";
    private String text = "";
    private ReceiptPlan plan = ReceiptPlan.NEVER;
    private int recalled;
    private boolean mute;
    private boolean told;
    private boolean unanswered;
    private int questions;

    /** @param arrived when the gateway first heard of the message */
    MessageState(String id, Instant arrived) {
        this.id = id;
        this.arrived = arrived;
    }

    String id() {
        return id;
    }

    /** Records a hand-over. An attempt that was recalled is refused. */
    synchronized GatewayConduct handOver(int attempt, String to, String content, Supplier<GatewayConduct> drawn) {
        GatewayConduct conduct = attempt <= recalled ? GatewayConduct.KNOWS_RECALL : drawn.get();
        number = to;
        text = content;
        handOvers.add(new HandOver(attempt, conduct));
        return conduct;
    }

    synchronized void plan(ReceiptPlan drawn) {
        plan = drawn;
    }

    /** Lets the gateway forget the message: it sends no receipt and answers no question. */
    synchronized void forget() {
        mute = true;
        plan = ReceiptPlan.NEVER;
    }

    /** Lets the gateway answer questions about the message. */
    synchronized void remember() {
        mute = false;
    }

    synchronized ReceiptPlan plan() {
        return plan;
    }

    synchronized boolean isMute() {
        return mute;
    }

    /**
     * Answers a question with the JSON of the contract. A message that was not taken is refused from now on, up to that
     * attempt.
     */
    synchronized String asked(int attempt) {
        questions++;
        if (isTaken()) {
            told |= plan == ReceiptPlan.WHEN_ASKED;
            return status(plan == ReceiptPlan.WHEN_ASKED ? "DELIVERED" : "ACCEPTED");
        }
        if (handOvers.stream().anyMatch(handOver -> handOver.conduct() == GatewayConduct.REFUSES)) {
            return "{\"status\": \"REFUSED\", \"code\": \"" + UnreliableGateway.REFUSAL + "\"}";
        }
        recalled = Math.max(recalled, attempt);
        return "{\"status\": \"NEVER_RECEIVED\"}";
    }

    private String status(String name) {
        return "{\"status\": \"" + name + "\", \"providerMessageId\": \"p-" + id + "\"}";
    }

    /**
     * Leaves a question unanswered, at most once: the service asks a few times only.
     *
     * @return false if an earlier question was left unanswered
     */
    synchronized boolean leaveUnanswered() {
        boolean first = !unanswered;
        unanswered = true;
        return first;
    }

    synchronized void acknowledged(String outcome) {
        receipts.add(outcome);
    }

    synchronized boolean isTaken() {
        return handOvers.stream().anyMatch(handOver -> handOver.conduct().takes());
    }

    /** Returns the text if the gateway passed the message to that number; empty otherwise. */
    synchronized Optional<PassedText> textTo(String phone) {
        return isTaken() && number.equals(phone) ? Optional.of(new PassedText(arrived, text)) : Optional.empty();
    }

    synchronized GatewayMessage snapshot() {
        return new GatewayMessage(id, number, handOvers, recalled, mute, receipts, told, questions);
    }
}
