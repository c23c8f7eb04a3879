package io.zizhi.faults.audit;

import io.zizhi.contracts.Topics;
import io.zizhi.e2e.Streams;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.TopicRecord;
import io.zizhi.faults.evidence.Violation;
import io.zizhi.faults.suite.Poison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** I7: the events of an aggregate are published and applied in order, without gaps. */
final class EventsInOrder implements Invariant {

    @Override
    public String id() {
        return "I7";
    }

    @Override
    public String says() {
        return "The events of each aggregate are in the topic with versions 1 to n, and each consumer has applied"
                + " exactly these, in this order.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        for (String topic : Topics.ALL) {
            published(findings, evidence, topic);
        }
        Streams.CONSUMED.forEach((service, topics) -> applied(findings, evidence, service, topics));
        return findings.all();
    }

    /**
     * Checks the published events. A repeated event is allowed; a new event must have the next version. After a failed
     * send, later events of its batch may already be in the topic (ADR 0002). Such an early version must appear again
     * after the missing one.
     */
    private static void published(Findings findings, Evidence evidence, String topic) {
        Map<String, List<String>> idsByKey = new LinkedHashMap<>();
        Map<String, Map<Long, TopicRecord>> aheadByKey = new LinkedHashMap<>();
        for (TopicRecord record : evidence.records()) {
            if (!record.topic().equals(topic) || record.isPoison()) {
                continue;
            }
            String aggregate = String.valueOf(record.key());
            List<String> ids = idsByKey.computeIfAbsent(aggregate, key -> new ArrayList<>());
            Map<Long, TopicRecord> ahead = aheadByKey.computeIfAbsent(aggregate, key -> new LinkedHashMap<>());
            long version = Long.parseLong(record.header("ce_aggregateversion"));
            if (version == ids.size() + 1L) {
                ids.add(record.header("ce_id"));
                ahead.remove(version);
            } else if (version > ids.size()) {
                ahead.put(version, record);
            } else {
                findings.require(
                        version >= 1 && ids.get((int) version - 1).equals(record.header("ce_id")),
                        "Version " + version + " of " + aggregate + " has two event ids",
                        record);
            }
        }
        aheadByKey.forEach((aggregate, ahead) -> ahead.forEach((version, record) -> findings.add(
                "Version " + version + " of " + aggregate + " came before an earlier one and was not repeated after it",
                record)));
    }

    private static void applied(Findings findings, Evidence evidence, String service, Set<String> topics) {
        Map<String, Row> inbox = evidence.rowsBy(service, "inbox", "event_id");
        Set<String> known = poisonIds(evidence);
        // The compacted topic of accounts has no order to prove, but its events are recorded too.
        evidence.events(Topics.ACCOUNT).forEach(event -> known.add(event.id()));
        for (String topic : topics) {
            evidence.events(topic).forEach(event -> known.add(event.id()));
            applied(findings, evidence, service, topic, inbox);
        }
        inbox.forEach((id, noted) ->
                findings.require(known.contains(id), service + " applied an event that was not published", noted));
    }

    private static void applied(
            Findings findings, Evidence evidence, String service, String topic, Map<String, Row> inbox) {
        Map<String, Row> cursors = evidence.rows(service, "inbox_cursor").stream()
                .filter(cursor -> cursor.text("topic").equals(topic))
                .collect(Collectors.toMap(cursor -> cursor.text("aggregate_id"), cursor -> cursor));
        Map<String, List<PublishedEvent>> byAggregate = evidence.events(topic).stream()
                .collect(Collectors.groupingBy(PublishedEvent::aggregate, HashMap::new, Collectors.toList()));
        byAggregate.forEach((aggregate, events) -> {
            Row cursor = cursors.get(aggregate);
            findings.require(
                    cursor != null && cursor.number("last_version") == events.size(),
                    service + " has not applied all " + events.size() + " events of " + aggregate,
                    String.valueOf(cursor),
                    events.getLast());
            Instant before = Instant.MIN;
            for (PublishedEvent event : events) {
                Row noted = inbox.get(event.id());
                if (noted == null) {
                    findings.add(service + " never applied " + event.type() + " of " + aggregate, event);
                } else {
                    findings.require(
                            noted.instant("received_at").isAfter(before),
                            service + " applied version " + event.version() + " of " + aggregate
                                    + " before its predecessor",
                            event,
                            noted);
                    before = noted.instant("received_at");
                }
            }
        });
    }

    /** Returns the ids of poison records. Readable poison is recorded too; its topic may have been lost since. */
    private static Set<String> poisonIds(Evidence evidence) {
        return evidence.poison().stream().map(Poison::id).collect(Collectors.toCollection(HashSet::new));
    }
}
