package io.zizhi.faults.audit;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.audit.notices.Notices;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** I14: qualifications are restricted exactly as two supervisors have confirmed. */
final class RestrictionsAreActs implements Invariant {

    private static final String APPROVED = "zizhi.qualification.approved.v1";

    /** The events of restrictions, by the act of the request. */
    private static final Map<String, String> EVENTS = Map.of(
            "SUSPEND", "zizhi.qualification.suspended.v1",
            "REINSTATE", "zizhi.qualification.reinstated.v1",
            "REVOKE", "zizhi.qualification.revoked.v1");

    private static final Map<String, String> ACTS =
            Map.of("SUSPEND", "SUSPENDED", "REINSTATE", "REINSTATED", "REVOKE", "REVOKED");

    /** The transitions of a qualification: the restriction before the act, the act, and the restriction after it. */
    private static final Map<String, String> MOVES = Map.of(
            "NONE SUSPEND", "SUSPENDED",
            "NONE REVOKE", "REVOKED",
            "SUSPENDED REINSTATE", "NONE",
            "SUSPENDED REVOKE", "REVOKED");

    @Override
    public String id() {
        return "I14";
    }

    @Override
    public String says() {
        return "Each confirmed request by two supervisors, and no other, is one legal move of the qualification, one"
                + " event in order, one entry in its timeline, one audit row and one notice; only an approval ends a"
                + " revocation, and no signature is bound under a restriction.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Map<String, Row> requests = evidence.rowsBy(Evidence.QUALIFICATION, "restriction_request", "id");
        evidence.operations().stream()
                .filter(operation -> operation.end() == Moment.OK)
                .forEach(operation -> answered(findings, operation, requests));
        requests.values().forEach(request -> closed(findings, evidence, request));
        Map<String, List<Row>> carriedOut = requests.values().stream()
                .filter(request -> request.text("state").equals("CARRIED_OUT"))
                .sorted(Comparator.comparingLong(request -> request.number("id")))
                .collect(Collectors.groupingBy(request -> request.text("qualification_id")));
        Map<String, List<PublishedEvent>> events = evidence.events(Topics.QUALIFICATION).stream()
                .collect(Collectors.groupingBy(PublishedEvent::aggregate));
        Map<String, List<Row>> timelines = evidence.rows(Evidence.QUALIFICATION, "timeline_entry").stream()
                .sorted(Comparator.comparingLong(entry -> entry.number("id")))
                .collect(Collectors.groupingBy(entry -> entry.text("qualification_id")));
        evidence.rows(Evidence.QUALIFICATION, "qualification").forEach(row -> {
            String id = row.text("id");
            List<Row> acts = carriedOut.getOrDefault(id, List.of());
            List<PublishedEvent> published = events.getOrDefault(id, List.of());
            published(findings, id, acts, published);
            replayed(findings, row, published);
            List<Row> timeline = timelines.getOrDefault(id, List.of());
            timeline(findings, id, acts, timeline);
            bindings(findings, id, timeline);
        });
        notices(findings, evidence, events);
        return findings.all();
    }

    /** Compares a successful answer with the row of its request. */
    private static void answered(Findings findings, Operation operation, Map<String, Row> requests) {
        String state = switch (operation.name()) {
            case "requestRestriction" -> "";
            case "confirmRestriction" -> "CARRIED_OUT";
            case "cancelRestrictionRequest" -> "CANCELLED";
            default -> "other";
        };
        if (state.equals("other")) {
            return;
        }
        Row row = requests.get(state.isEmpty() ? operation.got("request") : operation.sent("request"));
        boolean agrees = row != null
                && (state.isEmpty()
                        ? row.text("qualification_id").equals(operation.sent("qualification"))
                                && row.text("act").equals(operation.sent("act"))
                                && row.text("reason").equals(operation.sent("reason"))
                                && row.text("requested_by").equals(operation.worker())
                        : row.text("state").equals(state)
                                && row.text("closed_by").equals(operation.worker()));
        findings.require(
                agrees,
                "The answer to " + operation.name() + " does not agree with the data",
                operation,
                String.valueOf(row));
    }

    private static void closed(Findings findings, Evidence evidence, Row request) {
        if (!request.text("state").equals("CARRIED_OUT")) {
            return;
        }
        String id = request.text("id");
        findings.require(
                !request.text("closed_by").equals(request.text("requested_by")),
                "Request " + id + " was confirmed by the supervisor who made it",
                request);
        findings.require(
                evidence.operations().stream()
                        .anyMatch(operation -> operation.name().equals("confirmRestriction")
                                && operation.end() != Moment.FAIL
                                && operation.sent("request").equals(id)
                                && operation.worker().equals(request.text("closed_by"))),
                "Request " + id + " was carried out although its confirmation was rejected or does not exist",
                request);
        long audited = evidence.rows(Evidence.QUALIFICATION, "audit_entry").stream()
                .filter(row -> row.text("action").equals("restriction.confirmed")
                        && row.text("object_id").equals(id)
                        && row.text("actor").equals(request.text("closed_by")))
                .count();
        findings.require(audited == 1, "Request " + id + " was audited " + audited + " times", request);
    }

    /**
     * Checks the published events. Requests about a qualification are carried out one after another, in the order of
     * their ids.
     */
    private static void published(Findings findings, String id, List<Row> acts, List<PublishedEvent> events) {
        List<String> expected = acts.stream()
                .map(request -> EVENTS.get(request.text("act")) + " " + request.text("reason"))
                .toList();
        List<String> found = events.stream()
                .filter(event -> EVENTS.containsValue(event.type()))
                .map(event -> event.type() + " " + event.text("reason"))
                .toList();
        findings.require(
                expected.equals(found),
                "The restrictions of qualification " + id + " and their events differ",
                expected,
                found);
    }

    private static void replayed(Findings findings, Row qualification, List<PublishedEvent> events) {
        String restriction = "NONE";
        for (PublishedEvent event : events) {
            if (event.type().equals(APPROVED) && restriction.equals("REVOKED")) {
                restriction = "NONE";
            }
            for (Map.Entry<String, String> each : EVENTS.entrySet()) {
                if (event.type().equals(each.getValue())) {
                    String next = MOVES.getOrDefault(restriction + " " + each.getKey(), "");
                    findings.require(!next.isEmpty(), "Illegal while " + restriction + ": " + event.type(), event);
                    restriction = next;
                }
            }
        }
        findings.require(
                qualification.text("restriction").equals(restriction),
                "Qualification " + qualification.text("id") + " is " + qualification.text("restriction")
                        + ", but its events lead to " + restriction,
                qualification,
                events);
    }

    private static void timeline(Findings findings, String id, List<Row> requests, List<Row> timeline) {
        List<String> expected =
                requests.stream().map(request -> ACTS.get(request.text("act"))).toList();
        List<String> found = timeline.stream()
                .map(entry -> entry.text("act"))
                .filter(ACTS::containsValue)
                .toList();
        findings.require(
                expected.equals(found),
                "The timeline of qualification " + id + " does not show its restrictions",
                expected,
                found);
    }

    /**
     * Checks the bindings. All these acts lock the qualification, so the order of their entries is the order in which
     * they happened.
     */
    private static void bindings(Findings findings, String id, List<Row> timeline) {
        String restricted = "";
        for (Row entry : timeline) {
            String act = entry.text("act");
            if (act.equals("SUSPENDED") || act.equals("REVOKED")) {
                restricted = act;
            } else if (act.equals("REINSTATED") || (act.equals("APPROVED") && restricted.equals("REVOKED"))) {
                restricted = "";
            } else if (act.equals("SIGNATURE_BOUND")) {
                findings.require(
                        restricted.isEmpty(),
                        "A signature was bound to qualification " + id + " while restricted",
                        entry);
            }
        }
    }

    /** Checks the notices. The contact exists when the event arrives, because a deletion that erases it comes later. */
    private static void notices(Findings findings, Evidence evidence, Map<String, List<PublishedEvent>> events) {
        List<String> noticed = new Notices(evidence)
                .restrictions().stream()
                        .map(notice -> notice.text("notice_key"))
                        .sorted()
                        .toList();
        List<String> expected = new ArrayList<>();
        Set<String> types = Set.copyOf(EVENTS.values());
        events.values()
                .forEach(own -> own.stream()
                        .filter(event -> types.contains(event.type()))
                        .forEach(event -> expected.add(key(event))));
        expected.sort(Comparator.naturalOrder());
        if (!noticed.equals(expected)) {
            findings.add("Restrictions and their notices differ", expected, noticed);
        }
    }

    /** Returns notification-service's key of the notice. */
    private static String key(PublishedEvent event) {
        String what = event.type()
                .substring("zizhi.qualification.".length(), event.type().length() - ".v1".length());
        return event.aggregate() + "/" + event.text("workOrder") + "/QUALIFICATION_" + what.toUpperCase(Locale.ROOT)
                + "/" + event.text(what + "At");
    }
}
