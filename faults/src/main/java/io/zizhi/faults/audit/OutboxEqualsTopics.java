package io.zizhi.faults.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.zizhi.contracts.Topics;
import io.zizhi.e2e.Api;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Violation;
import io.zizhi.local.layout.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** I8: exactly the committed events were published. */
final class OutboxEqualsTopics implements Invariant {

    @Override
    public String id() {
        return "I8";
    }

    @Override
    public String says() {
        return "No event waits in an outbox, and outboxes and topics contain the same events.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Map<String, PublishedEvent> published = new HashMap<>();
        for (String topic : Topics.ALL) {
            evidence.events(topic).forEach(event -> published.put(event.id(), event));
        }
        for (String service : Service.modules()) {
            for (Row row : evidence.rows(service, "outbox")) {
                findings.require(row.has("sent_at"), "An event of " + service + " was not sent", row);
                PublishedEvent event = published.remove(row.text("event_id"));
                if (event == null) {
                    findings.require(
                            !row.has("sent_at"), "An event of " + service + " is marked as sent but is missing", row);
                } else {
                    findings.require(
                            event.topic().equals(row.text("topic"))
                                    && event.aggregate().equals(row.text("aggregate_id"))
                                    && event.version() == row.number("aggregate_version")
                                    && event.type().equals(row.text("type"))
                                    && event.body().equals(json(row.text("payload"))),
                            "An event of " + service + " was published with different content",
                            row,
                            event);
                }
            }
        }
        published.values().forEach(event -> findings.add("An event was published but never committed", event));
        return findings.all();
    }

    private static JsonNode json(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }
}
