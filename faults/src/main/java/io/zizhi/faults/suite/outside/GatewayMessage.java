package io.zizhi.faults.suite.outside;

import java.util.List;
import java.util.Set;

/**
 * A message as the gateway knows it.
 *
 * @param id the service's id
 * @param number of the recipient: eleven digits, or in evidence its blind index
 * @param handOvers in the order of arrival
 * @param recalled the gateway has answered that it never received attempts up to this one; 0 if it never did
 * @param mute whether the gateway answers no question about it, and sends no receipt
 * @param receipts the outcomes of its receipts that the service acknowledged
 * @param told whether it answered a question with the delivery
 * @param questions the number of questions that it answered
 */
public record GatewayMessage(
        String id,
        String number,
        List<HandOver> handOvers,
        int recalled,
        boolean mute,
        Set<String> receipts,
        boolean told,
        int questions) {

    /**
     * One request to send the message.
     *
     * @param attempt the service's number of it
     */
    public record HandOver(int attempt, GatewayConduct conduct) {}

    public GatewayMessage {
        handOvers = List.copyOf(handOvers);
        receipts = Set.copyOf(receipts);
    }

    /** Returns the message with another form of its number. */
    public GatewayMessage withNumber(String other) {
        return new GatewayMessage(id, other, handOvers, recalled, mute, receipts, told, questions);
    }

    /** Returns whether one of its hand-overs ended so. */
    public boolean had(GatewayConduct conduct) {
        return handOvers.stream().anyMatch(handOver -> handOver.conduct() == conduct);
    }

    /** Omits the number. */
    @Override
    public String toString() {
        return "gateway: " + id + " " + handOvers + (recalled > 0 ? " recalled " + recalled : "")
                + (mute ? " mute" : "") + " receipts " + receipts + (told ? " told" : "") + " questions " + questions;
    }
}
