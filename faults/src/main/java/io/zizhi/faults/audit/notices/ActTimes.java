package io.zizhi.faults.audit.notices;

import io.zizhi.contracts.Topics;
import io.zizhi.e2e.Streams;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bounds the commit instants of acts on qualifications and letters, from requests, responses and inboxes. Timelines
 * contain instants too, but one of the faults offsets the clocks that they use.
 */
final class ActTimes {

    private static final String APPROVED = "approved.v1";
    private static final String SUBMITTED = "submitted.v1";
    private static final String DELETED = "deleted.v1";

    /** A qualification or letter, and the version that a request produced. */
    private record Step(String owner, long version) {}

    private final Instant takenAt;
    private final Map<Step, List<Operation>> asked;
    private final Map<String, Row> inbox;
    private final Map<String, Instant> received = new HashMap<>();
    private final Map<String, PublishedEvent> decided;
    private final Map<String, List<PublishedEvent>> published;

    ActTimes(Evidence evidence) {
        this.takenAt = evidence.takenAt();
        this.asked = evidence.operations().stream()
                .filter(operation -> operation.end() != Moment.FAIL
                        && !operation.sent("id").isEmpty()
                        && !operation.sent("version").isEmpty())
                .collect(Collectors.groupingBy(
                        operation -> new Step(operation.sent("id"), Long.parseLong(operation.sent("version")) + 1)));
        this.inbox = evidence.rowsBy(Evidence.QUALIFICATION, "inbox", "event_id");
        for (String consumer : Streams.consumersOf(Topics.QUALIFICATION)) {
            evidence.rows(consumer, "inbox")
                    .forEach(row -> received.merge(
                            row.text("event_id"),
                            row.instant("received_at"),
                            (one, other) -> one.isBefore(other) ? one : other));
        }
        this.decided = evidence.events(Topics.REVIEW, "zizhi.review.decided.v1").stream()
                .collect(Collectors.toMap(event -> event.text("workOrder"), event -> event, (first, second) -> first));
        this.published = evidence.events(Topics.QUALIFICATION).stream()
                .collect(Collectors.groupingBy(PublishedEvent::aggregate));
    }

    /**
     * Returns when the approval took effect: after qualification-service began to handle the decision, and before any
     * consumer received the resulting event.
     */
    Span approved(String owner, String workOrder) {
        Instant began = Optional.ofNullable(decided.get(workOrder))
                .map(event -> inbox.get(event.id()))
                .map(row -> row.instant("received_at"))
                .orElse(Instant.MIN);
        return new Span(
                began,
                received(owner, APPROVED, event -> event.text("workOrder").equals(workOrder)));
    }

    /** Returns when the submission was committed; {@code version} is the version it produced. */
    Span submitted(String owner, long version, Row submission) {
        String workOrder = submission.text("work_order");
        Instant latest =
                received(owner, SUBMITTED, event -> event.text("workOrder").equals(workOrder));
        return new Span(submission.instant("submitted_at"), earlier(latest, answered(owner, version)));
    }

    /** Returns when the deletion was committed; {@code version} is the version it produced. */
    Span deleted(String owner, long version) {
        return new Span(
                sent(owner, version), earlier(received(owner, DELETED, event -> true), answered(owner, version)));
    }

    /** Returns when a request without an event was committed. */
    Span requested(String owner, long version) {
        return new Span(sent(owner, version), answered(owner, version));
    }

    private Instant received(String owner, String type, Predicate<PublishedEvent> which) {
        return published.getOrDefault(owner, List.of()).stream()
                .filter(event -> event.type().endsWith(type) && which.test(event))
                .flatMap(event -> Stream.ofNullable(received.get(event.id())))
                .min(Comparator.naturalOrder())
                .orElse(takenAt);
    }

    private Instant sent(String owner, long version) {
        return asked.getOrDefault(new Step(owner, version), List.of()).stream()
                .map(Operation::from)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private Instant answered(String owner, long version) {
        return asked.getOrDefault(new Step(owner, version), List.of()).stream()
                .filter(operation -> operation.end() == Moment.OK)
                .map(Operation::to)
                .min(Comparator.naturalOrder())
                .orElse(takenAt);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
