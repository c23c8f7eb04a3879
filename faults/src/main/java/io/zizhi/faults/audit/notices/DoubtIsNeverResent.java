package io.zizhi.faults.audit.notices;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Violation;
import io.zizhi.faults.suite.outside.GatewayMessage;
import io.zizhi.faults.suite.outside.UnreliableGateway;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** I16: the service's view of its messages agrees with the gateway's, however many answers were lost. */
public final class DoubtIsNeverResent implements Invariant {

    private static final String DELIVERED = "DELIVERED";
    private static final String FAILED = "FAILED";
    private static final String SENDER = "http";

    @Override
    public String id() {
        return "I16";
    }

    @Override
    public String says() {
        return "Both SMS senders together take a message once; after an unclear answer it is handed over again only if"
                + " the gateway never received it; every message ends as the gateway knows it, or as UNKNOWN if the"
                + " gateway cannot tell; every acknowledged receipt shows.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        HandOvers handOvers = new HandOvers(evidence);
        Map<String, Row> messages = evidence.rowsBy(Evidence.NOTIFICATION, "sms_message", "message_id");
        Map<String, List<PublishedEvent>> events =
                evidence.events(Topics.NOTIFICATION).stream().collect(Collectors.groupingBy(PublishedEvent::aggregate));
        handOvers.messages().forEach(id -> repetitions(findings, handOvers, id));
        for (GatewayMessage message : evidence.gateway()) {
            Row row = messages.get(message.id());
            if (row == null) {
                findings.add("The gateway has a message that the service does not know", message);
                continue;
            }
            if (handOvers.isInInbox(message.id()) || message.handOvers().isEmpty()) {
                continue;
            }
            end(findings, message, row, handOvers);
            receipts(findings, message, row, events.getOrDefault(message.id(), List.of()));
        }
        return findings.all();
    }

    private static void repetitions(Findings findings, HandOvers handOvers, String id) {
        List<HandOvers.HandOver> all = handOvers.of(id);
        findings.require(
                handOvers.taken(id) <= 1, "The senders took message " + id + " " + handOvers.taken(id) + " times", all);
        for (int next = 1; next < all.size(); next++) {
            HandOvers.HandOver before = all.get(next - 1);
            findings.require(
                    before.mayBeRepeated() && before.attempt() < all.get(next).attempt(),
                    "Message " + id + " was handed over again although a sender could have it",
                    all);
        }
    }

    /** Checks the end of a message whose last hand-over went to the gateway. */
    private static void end(Findings findings, GatewayMessage message, Row row, HandOvers handOvers) {
        String status = row.text("status");
        boolean right;
        if (handOvers.hasArrived(message.id())) {
            right = (status.equals("ACCEPTED") && row.text("sender").equals(SENDER))
                    || (status.equals("UNKNOWN") && message.mute());
        } else if (handOvers.isRefused(message.id())) {
            right = status.equals(FAILED) && row.text("outcome_code").equals(UnreliableGateway.REFUSAL);
        } else {
            // deferred or recalled, and then outdated
            right = status.equals(FAILED);
        }
        findings.require(right, "Message " + message.id() + " is " + status + ", unlike at the gateway", row, message);
    }

    /** Checks that the service knows what acknowledged receipts and its own questions have told it. */
    private static void receipts(Findings findings, GatewayMessage message, Row row, List<PublishedEvent> events) {
        if (!row.text("status").equals("ACCEPTED")) {
            return;
        }
        String delivery = row.text("delivery");
        Set<String> receipts = message.receipts();
        String failed = receipts.contains(FAILED) ? FAILED : "";
        String strongest = receipts.contains(DELIVERED) ? DELIVERED : failed;
        boolean right = strongest.isEmpty()
                ? delivery.isEmpty() || (delivery.equals(DELIVERED) && message.told())
                : delivery.equals(strongest);
        findings.require(right, "Receipts of message " + message.id() + " were lost: " + delivery, row, message);
        findings.require(
                !strongest.isEmpty() || message.mute() || message.questions() > 0,
                "Nobody asked for the missing receipt of message " + message.id(),
                row,
                message);
        for (String receipt : List.of(DELIVERED, FAILED)) {
            long published = events.stream()
                    .filter(event ->
                            event.type().equals("zizhi.notification.sms-" + receipt.toLowerCase(Locale.ROOT) + ".v1"))
                    .count();
            boolean possible = receipts.contains(receipt) || (receipt.equals(DELIVERED) && message.told());
            findings.require(
                    published <= (possible ? 1 : 0),
                    "The receipt " + receipt + " of message " + message.id() + " was published " + published + " times",
                    message);
        }
    }
}
