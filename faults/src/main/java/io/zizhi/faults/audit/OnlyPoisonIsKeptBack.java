package io.zizhi.faults.audit;

import io.zizhi.contracts.Topics;
import io.zizhi.e2e.Streams;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.TopicRecord;
import io.zizhi.faults.evidence.Violation;
import io.zizhi.faults.suite.Poison;
import io.zizhi.local.layout.Service;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** I13: exactly the poison records become dead letters. */
final class OnlyPoisonIsKeptBack implements Invariant {

    @Override
    public String id() {
        return "I13";
    }

    @Override
    public String says() {
        return "Dead letters are exactly the unreadable poison records, once in the table of each consumer;"
                + " exactly the events with used versions were parked and discarded; nothing is parked or held.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Map<String, Poison> expected = new TreeMap<>();
        for (Poison poison : evidence.poison()) {
            if (poison.fate() == Poison.Fate.DEAD_LETTER) {
                Streams.consumersOf(poison.topic())
                        .forEach(service ->
                                expected.put(Topics.deadLetter(poison.topic(), service) + " " + poison.id(), poison));
            }
        }
        Map<String, List<TopicRecord>> found = evidence.records().stream()
                .filter(TopicRecord::isDeadLetter)
                .collect(Collectors.groupingBy(record -> record.topic() + " " + record.header(Poison.HEADER)));
        Map<String, Long> kept = kept(evidence);
        TreeSet<String> all = new TreeSet<>(expected.keySet());
        all.addAll(found.keySet());
        all.addAll(kept.keySet());
        for (String letter : all) {
            findings.require(
                    found.containsKey(letter),
                    "This poison record vanished: " + letter,
                    String.valueOf(expected.get(letter)));
            findings.require(
                    expected.containsKey(letter),
                    "A regular record became a dead letter: " + letter,
                    found.getOrDefault(letter, List.of()));
            findings.require(
                    kept.getOrDefault(letter, 0L) == (expected.containsKey(letter) ? 1 : 0),
                    "Kept " + kept.getOrDefault(letter, 0L) + " times in the table: " + letter);
        }
        for (String service : Service.modules()) {
            evidence.rows(service, "held_event").forEach(held -> findings.add(service + " still holds an event", held));
            evidence.rows(service, "inbox_cursor")
                    .forEach(cursor ->
                            findings.require(!cursor.has("parked_at"), service + " has parked an aggregate", cursor));
        }
        discards(findings, evidence);
        return findings.all();
    }

    /** Checks the discards. An event that counted as a duplicate parks nothing, so it cannot be discarded. */
    private static void discards(Findings findings, Evidence evidence) {
        Map<String, Long> expected = new TreeMap<>();
        evidence.poison().stream()
                .filter(poison -> poison.fate() == Poison.Fate.DISCARDED)
                .forEach(poison -> Streams.consumersOf(poison.topic())
                        .forEach(service -> expected.put(service + " " + poison.id(), 1L)));
        Map<String, Long> found = new TreeMap<>();
        for (String service : Service.modules()) {
            evidence.rows(service, "discard").stream()
                    .filter(discard -> discard.text("state").equals("CARRIED_OUT"))
                    .forEach(discard -> found.merge(service + " " + discard.text("event_id"), 1L, Long::sum));
        }
        TreeSet<String> all = new TreeSet<>(expected.keySet());
        all.addAll(found.keySet());
        for (String one : all) {
            findings.require(
                    expected.getOrDefault(one, 0L).equals(found.getOrDefault(one, 0L)),
                    "An event with a used version was parked and discarded " + found.getOrDefault(one, 0L)
                            + " times instead of " + expected.getOrDefault(one, 0L) + ": " + one);
        }
    }

    /** Returns the dead-letter rows by topic and poison, like the dead-letter topics above. */
    private static Map<String, Long> kept(Evidence evidence) {
        Map<String, Long> kept = new TreeMap<>();
        for (String service : Service.modules()) {
            for (Row letter : evidence.rows(service, "dead_letter")) {
                String name = Topics.deadLetter(letter.text("topic"), service) + " " + poison(letter.text("headers"));
                kept.merge(name, 1L, Long::sum);
            }
        }
        return kept;
    }

    /** Returns the poison header from lines of names and Base64 values; empty if it is missing. */
    private static String poison(String headers) {
        return headers.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2 && decoded(parts[0]).equals(Poison.HEADER))
                .map(parts -> decoded(parts[1]))
                .findFirst()
                .orElse("");
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
