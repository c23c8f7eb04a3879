package io.zizhi.faults.audit.answers;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The periods in which reviewers held reviews: claims from the audit log, ends from events. */
final class Tenures {

    private static final String CLAIMED = "zizhi.review.claimed.v1";
    private static final Set<String> ENDS = Set.of(
            "zizhi.review.released.v1",
            "zizhi.review.reassigned.v1",
            "zizhi.review.decision-proposed.v1",
            "zizhi.review.decision-returned.v1",
            "zizhi.review.decided.v1",
            "zizhi.review.reopened.v1",
            "zizhi.review.cancelled.v1");

    private final List<Tenure> all;

    private record Tenure(String workOrder, String reviewer, Instant from, Instant to) {}

    private Tenures(List<Tenure> all) {
        this.all = all;
    }

    /** Returns the periods. A claim that is only in the audit log, or only in the topic, is a finding. */
    static Tenures of(Evidence evidence, Findings findings) {
        Map<String, List<Row>> audited = evidence.rows(Evidence.REVIEW, "audit_entry").stream()
                .filter(row -> row.text("action").equals("review.claimed"))
                .sorted(Comparator.comparingLong(row -> row.number("sequence")))
                .collect(Collectors.groupingBy(row -> row.text("object_id")));
        Map<String, Row> outbox = evidence.rowsBy(Evidence.REVIEW, "outbox", "event_id");
        List<Tenure> all = new ArrayList<>();
        evidence.events(Topics.REVIEW).stream()
                .collect(Collectors.groupingBy(PublishedEvent::aggregate))
                .forEach((workOrder, events) -> {
                    List<Row> claims = audited.getOrDefault(workOrder, List.of());
                    List<PublishedEvent> published = events.stream()
                            .filter(event -> event.type().equals(CLAIMED))
                            .toList();
                    boolean agree = claims.stream()
                            .map(claim -> claim.text("actor"))
                            .toList()
                            .equals(published.stream()
                                    .map(event -> event.text("reviewerId"))
                                    .toList());
                    findings.require(
                            agree,
                            "The claims of " + workOrder + " differ between events and audit log",
                            claims,
                            published);
                    if (agree) {
                        for (int number = 0; number < claims.size(); number++) {
                            all.add(tenure(claims.get(number), published.get(number), events, outbox));
                        }
                    }
                });
        return new Tenures(all);
    }

    private static Tenure tenure(
            Row claim, PublishedEvent published, List<PublishedEvent> events, Map<String, Row> outbox) {
        Instant end = events.stream()
                .filter(event -> event.version() > published.version() && ENDS.contains(event.type()))
                .findFirst()
                .map(event -> outbox.get(event.id()))
                .map(row -> row.instant("occurred_at"))
                .orElse(Instant.MAX);
        return new Tenure(claim.text("object_id"), claim.text("actor"), claim.instant("at"), end);
    }

    /** Returns whether the reviewer held the review when a request was sent at {@code at}. */
    boolean hold(String workOrder, String reviewer, Instant at) {
        return all.stream()
                .anyMatch(tenure -> tenure.workOrder().equals(workOrder)
                        && tenure.reviewer().equals(reviewer)
                        && !tenure.from().isAfter(at)
                        && !tenure.to().isBefore(at));
    }
}
