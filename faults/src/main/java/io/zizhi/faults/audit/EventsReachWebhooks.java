package io.zizhi.faults.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.contracts.Topics;
import io.zizhi.e2e.Api;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Violation;
import io.zizhi.faults.suite.outside.ReceivedWebhook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** I18: the webhooks of the accounts, which exist before the first event, get every event of their account. */
final class EventsReachWebhooks implements Invariant {

    private static final String QUALIFICATION = "zizhi.qualification.";

    /** The types of webhooks, by the types of events without prefix and version. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("approved", "qualification.approved"),
            Map.entry("rejected", "qualification.rejected"),
            Map.entry("supplement-requested", "qualification.supplement_requested"),
            Map.entry("expiring", "qualification.expiring"),
            Map.entry("expired", "qualification.expired"),
            Map.entry("suspended", "qualification.suspended"),
            Map.entry("reinstated", "qualification.reinstated"),
            Map.entry("revoked", "qualification.revoked"),
            Map.entry("letter-approved", "authorization_letter.approved"),
            Map.entry("letter-rejected", "authorization_letter.rejected"),
            Map.entry("letter-supplement-requested", "authorization_letter.supplement_requested"),
            Map.entry("letter-expiring", "authorization_letter.expiring"),
            Map.entry("letter-expired", "authorization_letter.expired"),
            Map.entry("signature-bound", "signature.bound"),
            Map.entry("signature-moved", "signature.moved"),
            Map.entry("signature-released", "signature.released"));

    private static final String ACCEPTED = "zizhi.notification.webhook-delivered.v1";

    /** Fields of events that webhooks do not show. */
    private static final List<String> OMITTED = List.of("contactId", "contact");

    @Override
    public String id() {
        return "I18";
    }

    @Override
    public String says() {
        return "Each event of an account with a webhook reached its receiver at least once, and nothing else did; every"
                + " request about it had the same id, the same body with the event's content, and a valid signature; its acceptance was published once.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Map<String, Row> webhooks = evidence.rowsBy(Evidence.NOTIFICATION, "webhook_subscription", "account_id");
        Map<String, Row> deliveries = evidence.rowsBy(Evidence.NOTIFICATION, "webhook_delivery", "webhook_id");
        Map<String, ReceivedWebhook> received = new HashMap<>();
        for (ReceivedWebhook webhook : evidence.webhooks()) {
            ReceivedWebhook other = received.putIfAbsent(webhook.id(), webhook);
            findings.require(
                    other == null,
                    "Webhook " + webhook.id() + " reached two receivers",
                    webhook,
                    String.valueOf(other));
        }
        Map<String, Long> published = evidence.events(Topics.NOTIFICATION, ACCEPTED).stream()
                .collect(Collectors.groupingBy(event -> event.text("deliveryId"), Collectors.counting()));
        Set<String> expected = new HashSet<>();
        for (PublishedEvent event : evidence.events(Topics.QUALIFICATION)) {
            Row webhook = webhooks.get(event.text("accountId"));
            if (webhook == null || !TYPES.containsKey(name(event))) {
                continue;
            }
            String id = "msg_" + event.id() + "_" + webhook.text("subscription_id");
            expected.add(id);
            ReceivedWebhook found = received.get(id);
            if (found == null || !found.accepted()) {
                findings.add("Webhook " + id + " never reached its receiver", event, String.valueOf(found));
                continue;
            }
            findings.require(isAbout(found, event), "Webhook " + id + " differs from its event", found, event);
            Row delivery = deliveries.get(id);
            findings.require(
                    delivery != null
                            && delivery.text("status").equals("DELIVERED")
                            && delivery.number("attempts") >= found.times(),
                    "Webhook " + id + " was accepted, but the service recorded something else",
                    found,
                    String.valueOf(delivery));
            long times = published.getOrDefault(id, 0L);
            findings.require(
                    times == 1, "The acceptance of webhook " + id + " was published " + times + " times", found);
        }
        for (ReceivedWebhook webhook : evidence.webhooks()) {
            findings.require(
                    expected.contains(webhook.id()), "Webhook " + webhook.id() + " belongs to no event", webhook);
            findings.require(webhook.same(), "Webhook " + webhook.id() + " was repeated with another body", webhook);
            findings.require(webhook.genuine(), "Webhook " + webhook.id() + " has no valid signature", webhook);
        }
        for (String id : published.keySet()) {
            findings.require(expected.contains(id), "The accepted webhook " + id + " belongs to no event");
        }
        return findings.all();
    }

    /** Returns the type of the event without prefix and version. */
    private static String name(PublishedEvent event) {
        return event.type().substring(QUALIFICATION.length(), event.type().lastIndexOf('.'));
    }

    private static boolean isAbout(ReceivedWebhook webhook, PublishedEvent event) {
        JsonNode body = parsed(webhook);
        JsonNode content = event.body().deepCopy();
        if (content instanceof ObjectNode fields) {
            fields.remove(OMITTED);
        }
        return webhook.account().equals(event.text("accountId"))
                && body.path("type").asText().equals(TYPES.get(name(event)))
                && body.path("aggregateId").asText().equals(event.aggregate())
                && body.path("aggregateVersion").asLong() == event.version()
                && body.path("data").equals(content);
    }

    private static JsonNode parsed(ReceivedWebhook webhook) {
        try {
            return Api.JSON.readTree(webhook.body());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Unreadable body of " + webhook, unreadable);
        }
    }
}
