package io.zizhi.faults.audit.notices;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Submissions;
import io.zizhi.faults.evidence.Violation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I3: each decision reaches the applicant exactly once. */
public final class OneNoticePerDecision implements Invariant {

    private static final Set<String> ACTS = Set.of("APPROVED", "REJECTED", "SUPPLEMENT_REQUESTED");
    private static final String TOPIC = "zizhi.qualification.";
    private static final String VERSION = ".v1";
    private static final Map<String, String> RESULTS = Map.of(
            "zizhi.qualification.approved.v1", "APPROVED",
            "zizhi.qualification.rejected.v1", "REJECTED",
            "zizhi.qualification.supplement-requested.v1", "SUPPLEMENT_REQUESTED");
    private static final Map<String, String> RESULTS_OF_LETTERS = Map.of(
            "zizhi.qualification.letter-approved.v1", "APPROVED",
            "zizhi.qualification.letter-rejected.v1", "REJECTED",
            "zizhi.qualification.letter-supplement-requested.v1", "SUPPLEMENT_REQUESTED");

    @Override
    public String id() {
        return "I3";
    }

    @Override
    public String says() {
        return "Each decision is one row, one event, one result of the qualification or letter, one entry in"
                + " its timeline and one notice to the submitted contact; a letter without a contact has no notice.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Map<String, Row> decisions = evidence.rowsBy(Evidence.REVIEW, "decision", "work_order");
        List<PublishedEvent> decided = evidence.events(Topics.REVIEW, "zizhi.review.decided.v1");
        Submissions submissions = Submissions.of(evidence);
        List<PublishedEvent> results = results(evidence, RESULTS);
        List<PublishedEvent> ofLetters = results(evidence, RESULTS_OF_LETTERS);
        List<PublishedEvent> alone =
                ofLetters.stream().filter(event -> !isCarried(event)).toList();
        Set<String> superseded =
                entries(evidence, submissions, Set.of("DECISION_SUPERSEDED")).collect(Collectors.toSet());
        Set<String> published = new TreeSet<>(decisions.keySet());
        published.removeAll(withdrawnBeforehand(evidence));
        Set<String> notified = new TreeSet<>(published);
        notified.removeAll(superseded);
        Set<String> withLetter = new TreeSet<>(notified);
        withLetter.retainAll(submissions.carried().keySet());

        same(findings, "decisions and events of decisions", published, workOrders(decided));
        same(
                findings,
                "decisions and results of qualifications",
                notified,
                Stream.concat(workOrders(results).stream(), workOrders(alone).stream())
                        .toList());
        same(
                findings,
                "decisions and results of carried letters",
                withLetter,
                workOrders(ofLetters.stream()
                        .filter(OneNoticePerDecision::isCarried)
                        .toList()));
        same(
                findings,
                "decisions and entries of timelines",
                notified,
                entries(evidence, submissions, ACTS).toList());
        List<Row> notices = new Notices(evidence).ofDecisions();
        List<String> noticed =
                notices.stream().map(notice -> notice.text("work_order")).toList();
        same(
                findings,
                "decisions and notices",
                noticeable(notified, alone, new ErasedContacts(evidence), noticed),
                noticed);
        contacts(findings, evidence, Stream.concat(results.stream(), alone.stream()), notices);
        decided.forEach(event -> outcome(findings, event, event.text("outcome"), decisions));
        results.forEach(event -> outcome(findings, event, RESULTS.getOrDefault(event.type(), ""), decisions));
        alone.forEach(event -> outcome(findings, event, RESULTS_OF_LETTERS.getOrDefault(event.type(), ""), decisions));
        return findings.all();
    }

    private static List<PublishedEvent> results(Evidence evidence, Map<String, String> types) {
        return evidence.events(Topics.QUALIFICATION).stream()
                .filter(event -> types.containsKey(event.type()))
                .toList();
    }

    /** Returns whether the letter was decided with a qualification, whose notice covers both. */
    private static boolean isCarried(PublishedEvent ofLetter) {
        return ofLetter.body().hasNonNull("qualificationId");
    }

    /**
     * Returns the decisions that need a notice. Excludes decisions about letters without a contact, and decisions whose
     * contact was erased by a deletion that notification-service had received before.
     */
    private static Set<String> noticeable(
            Set<String> notified, List<PublishedEvent> letters, ErasedContacts erased, List<String> noticed) {
        Set<String> noticeable = new TreeSet<>(notified);
        for (PublishedEvent letter : letters) {
            String workOrder = letter.text("workOrder");
            Contact contact = Contact.of(letter);
            boolean unnotified = !noticed.contains(workOrder) && erased.isRight(0, contact, letter);
            if (contact.isNobody() || unnotified) {
                noticeable.remove(workOrder);
            }
        }
        return noticeable;
    }

    private static void contacts(
            Findings findings, Evidence evidence, Stream<PublishedEvent> results, List<Row> notices) {
        NamedContacts contacts = new NamedContacts(evidence);
        contacts.compareSubmissions(findings);
        Map<String, List<Row>> byWorkOrder =
                notices.stream().collect(Collectors.groupingBy(notice -> notice.text("work_order")));
        results.forEach(event -> {
            Contact contact = Contact.of(event);
            contacts.compareResult(findings, event);
            String key = contact.qualification() + "/" + event.text("workOrder") + "/" + template(event);
            byWorkOrder.getOrDefault(event.text("workOrder"), List.of()).forEach(notice -> {
                findings.require(
                        notice.text("notice_key").equals(key),
                        "Notice " + notice.text("notice_key") + " should be " + key,
                        notice,
                        event);
                contacts.compareNumber(findings, notice, contact);
            });
        });
    }

    /** Returns notification-service's template of a result. */
    private static String template(PublishedEvent event) {
        String result = event.type().substring(TOPIC.length(), event.type().length() - VERSION.length());
        String subject = Contact.isOfLetter(event) ? result : "qualification-" + result;
        return subject.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Returns decisions that were withdrawn within their undo window, before they were published. */
    private static Set<String> withdrawnBeforehand(Evidence evidence) {
        Set<String> superseded = evidence.rows(Evidence.REVIEW, "review").stream()
                .filter(review -> review.has("superseded_at"))
                .map(review -> review.text("work_order"))
                .collect(Collectors.toCollection(TreeSet::new));
        superseded.retainAll(evidence.events(Topics.REVIEW, "zizhi.review.cancelled.v1").stream()
                .map(PublishedEvent::aggregate)
                .toList());
        return superseded;
    }

    private static void outcome(Findings findings, PublishedEvent event, String outcome, Map<String, Row> decisions) {
        Row decision = decisions.get(event.text("workOrder"));
        if (decision != null) {
            findings.require(
                    decision.text("outcome").equals(outcome),
                    "The outcome of " + event.text("workOrder") + " was changed between the services",
                    decision,
                    event);
        }
    }

    private static List<String> workOrders(List<PublishedEvent> events) {
        return events.stream().map(event -> event.text("workOrder")).toList();
    }

    private static Stream<String> entries(Evidence evidence, Submissions submissions, Set<String> acts) {
        return Stream.concat(
                        evidence.rows(Evidence.QUALIFICATION, "timeline_entry").stream(),
                        evidence.rows(Evidence.QUALIFICATION, "letter_timeline_entry").stream()
                                .filter(entry -> submissions.letters().containsKey(entry.text("work_order"))))
                .filter(entry -> acts.contains(entry.text("act")))
                .map(entry -> entry.text("work_order"));
    }

    /** Checks that both contain the same work orders, each once. */
    private static void same(Findings findings, String what, Collection<String> first, Collection<String> second) {
        Map<String, Long> counts = second.stream()
                .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
        Set<String> all = new HashSet<>(first);
        all.addAll(second);
        for (String workOrder : new TreeSet<>(all)) {
            long expected = first.contains(workOrder) ? 1 : 0;
            long found = counts.getOrDefault(workOrder, 0L);
            findings.require(
                    found == expected,
                    "Work order " + workOrder + ": " + what + " differ, " + expected + " and " + found);
        }
    }
}
