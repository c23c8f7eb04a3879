package io.zizhi.faults.audit;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Submissions;
import io.zizhi.faults.evidence.Timelines;
import io.zizhi.faults.evidence.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** I10: replays every event against its own transition table. */
final class LegalTransitions implements Invariant {

    private static final String NEW = "";

    /**
     * A transition.
     *
     * @param from the states it leaves
     * @param to the state it enters
     * @param staying further states in which it may occur without a change
     */
    private record Move(Set<String> from, String to, Set<String> staying) {

        Move(Set<String> from, String to) {
            this(from, to, Set.of());
        }

        boolean mayComeIn(String state) {
            return from.contains(state) || staying.contains(state);
        }

        String after(String state) {
            return staying.contains(state) || to.equals(NEW) ? state : to;
        }
    }

    /** Marks a deleted aggregate. It is not a status: a deleted aggregate keeps its status, and no event may follow. */
    private static final String DELETED = "deleted";

    /** An approved owner may have an amendment in any state; I5 checks the approvals. */
    private static final Move OF_WHAT_IS_IN_FORCE =
            new Move(Set.of(), NEW, Set.of("APPROVED", "IN_REVIEW", "REJECTED", "SUPPLEMENT_REQUIRED", "WITHDRAWN"));

    private static final Map<String, Move> QUALIFICATIONS = Map.ofEntries(
            Map.entry(
                    "zizhi.qualification.submitted.v1",
                    new Move(Set.of(NEW, "APPROVED", "REJECTED", "SUPPLEMENT_REQUIRED", "WITHDRAWN"), "IN_REVIEW")),
            Map.entry("zizhi.qualification.approved.v1", new Move(Set.of("IN_REVIEW"), "APPROVED")),
            Map.entry("zizhi.qualification.rejected.v1", new Move(Set.of("IN_REVIEW"), "REJECTED")),
            Map.entry(
                    "zizhi.qualification.supplement-requested.v1",
                    new Move(Set.of("IN_REVIEW"), "SUPPLEMENT_REQUIRED")),
            Map.entry("zizhi.qualification.withdrawn.v1", new Move(Set.of("IN_REVIEW"), "WITHDRAWN")),
            Map.entry(
                    "zizhi.qualification.deleted.v1",
                    new Move(Set.of(NEW, "APPROVED", "REJECTED", "SUPPLEMENT_REQUIRED", "WITHDRAWN"), DELETED)),
            Map.entry("zizhi.qualification.imported.v1", new Move(Set.of(NEW), "APPROVED")),
            Map.entry("zizhi.qualification.urged.v1", new Move(Set.of(), NEW, Set.of("IN_REVIEW"))),
            Map.entry("zizhi.qualification.expiring.v1", OF_WHAT_IS_IN_FORCE),
            Map.entry("zizhi.qualification.expired.v1", OF_WHAT_IS_IN_FORCE),
            Map.entry("zizhi.qualification.suspended.v1", OF_WHAT_IS_IN_FORCE),
            Map.entry("zizhi.qualification.reinstated.v1", OF_WHAT_IS_IN_FORCE),
            Map.entry("zizhi.qualification.revoked.v1", OF_WHAT_IS_IN_FORCE));

    private static final String SIGNATURE = "zizhi.qualification.signature-";

    private static final Map<String, Move> SIGNATURES = Map.of(
            SIGNATURE + "bound.v1", new Move(Set.of(NEW), "BOUND"),
            SIGNATURE + "released.v1", new Move(Set.of("BOUND"), "RELEASED"));

    private static final String CARRIER_FILING = "zizhi.qualification.carrier-filing-";

    /** A filing system's report that a filing was filed has no event. */
    private static final Map<String, Move> CARRIER_FILINGS = Map.of(
            CARRIER_FILING + "requested.v1", new Move(Set.of(NEW), "PENDING"),
            CARRIER_FILING + "accepted.v1", new Move(Set.of("PENDING"), "ACCEPTED"),
            CARRIER_FILING + "rejected.v1", new Move(Set.of("PENDING"), "REJECTED"),
            CARRIER_FILING + "cancelled.v1", new Move(Set.of("PENDING", "ACCEPTED"), "CANCELLED"));

    private static final String LETTER = "zizhi.qualification.letter-";

    /** States from which a letter may be submitted. A letter submitted with a qualification has no event. */
    private static final Set<String> NOT_IN_REVIEW = Set.of(NEW, "REJECTED", "SUPPLEMENT_REQUIRED", "WITHDRAWN");

    private static final Map<String, Move> LETTERS = Map.of(
            LETTER + "submitted.v1", new Move(NOT_IN_REVIEW, "IN_REVIEW"),
            LETTER + "approved.v1", new Move(Set.of("IN_REVIEW"), "APPROVED"),
            LETTER + "rejected.v1", new Move(Set.of("IN_REVIEW"), "REJECTED"),
            LETTER + "supplement-requested.v1", new Move(Set.of("IN_REVIEW"), "SUPPLEMENT_REQUIRED"),
            LETTER + "withdrawn.v1", new Move(Set.of("IN_REVIEW"), "WITHDRAWN"),
            LETTER + "expiring.v1", new Move(Set.of(), NEW, Set.of("APPROVED")),
            LETTER + "expired.v1", new Move(Set.of(), NEW, Set.of("APPROVED")),
            LETTER + "deleted.v1",
                    new Move(Set.of(NEW, "APPROVED", "REJECTED", "SUPPLEMENT_REQUIRED", "WITHDRAWN"), DELETED));

    /** Transitions of a carried letter: the desk's results and the withdrawal of its qualification. */
    private static final Map<String, Move> CARRIED = Map.of(
            LETTER + "approved.v1", new Move(NOT_IN_REVIEW, "APPROVED"),
            LETTER + "rejected.v1", new Move(NOT_IN_REVIEW, "REJECTED"),
            LETTER + "supplement-requested.v1", new Move(NOT_IN_REVIEW, "SUPPLEMENT_REQUIRED"),
            LETTER + "withdrawn.v1", new Move(NOT_IN_REVIEW, "WITHDRAWN"));

    private static final String STORED = "stored";
    private static final String QUARANTINED = "quarantined";

    private static final Map<String, Move> DOCUMENTS = Map.of(
            "zizhi.document.stored.v1", new Move(Set.of(NEW), STORED),
            "zizhi.document.quarantined.v1", new Move(Set.of(STORED), QUARANTINED),
            "zizhi.document.recognised.v1", new Move(Set.of(), NEW, Set.of(STORED)),
            "zizhi.document.deleted.v1", new Move(Set.of(STORED, QUARANTINED), DELETED));

    /** Marks an accepted message that was not delivered. It is not a status: the row stays ACCEPTED. */
    private static final String UNDELIVERED = "undelivered";

    private static final Map<String, Move> MESSAGES = Map.of(
            "zizhi.notification.sms-accepted.v1", new Move(Set.of(NEW), "ACCEPTED"),
            "zizhi.notification.sms-failed.v1", new Move(Set.of(NEW), "FAILED"));

    /** Prefix of events about webhooks, which {@link EventsReachWebhooks} checks. */
    private static final String WEBHOOK = "zizhi.notification.webhook-";

    /** Receipts of an accepted message. A provider may correct a failed delivery. */
    private static final Map<String, Move> RECEIPTS = Map.of(
            "zizhi.notification.sms-delivered.v1", new Move(Set.of("ACCEPTED", UNDELIVERED), "DELIVERED"),
            "zizhi.notification.sms-failed.v1", new Move(Set.of("ACCEPTED"), UNDELIVERED));

    private static final Set<String> UNFINISHED = Set.of("OPEN", "CLAIMED", "PROPOSED");

    /** A proposed review stays proposed while a second reviewer claims or releases it. */
    private static final Set<String> PROPOSED = Set.of("PROPOSED");

    private static final Move OF_THE_CLOCK = new Move(Set.of(), NEW, UNFINISHED);

    /** The last state in the topic of a review whose decision is not published yet. */
    private static final Set<String> HELD = Set.of("CLAIMED", "PROPOSED");

    private static final Map<String, Move> REVIEWS = Map.ofEntries(
            Map.entry("zizhi.review.opened.v1", new Move(Set.of(NEW), "OPEN")),
            Map.entry("zizhi.review.claimed.v1", new Move(Set.of("OPEN"), "CLAIMED", PROPOSED)),
            Map.entry("zizhi.review.released.v1", new Move(Set.of("CLAIMED"), "OPEN", PROPOSED)),
            Map.entry("zizhi.review.decision-proposed.v1", new Move(Set.of("CLAIMED"), "PROPOSED")),
            Map.entry("zizhi.review.decision-returned.v1", new Move(PROPOSED, "OPEN")),
            Map.entry("zizhi.review.decided.v1", new Move(HELD, "DECIDED")),
            Map.entry("zizhi.review.reopened.v1", new Move(HELD, "OPEN")),
            Map.entry("zizhi.review.cancelled.v1", new Move(UNFINISHED, "CANCELLED")),
            Map.entry("zizhi.review.sla-warned.v1", OF_THE_CLOCK),
            Map.entry("zizhi.review.sla-breached.v1", OF_THE_CLOCK),
            Map.entry("zizhi.review.sla-escalated.v1", OF_THE_CLOCK));

    @Override
    public String id() {
        return "I10";
    }

    @Override
    public String says() {
        return "Replayed in order, the events of each aggregate are legal transitions and lead to the state"
                + " in its row.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Timelines timelines = Timelines.ofQualifications(evidence);
        Map<Boolean, List<PublishedEvent>> ofLetters = evidence.events(Topics.QUALIFICATION).stream()
                .collect(Collectors.partitioningBy(event -> event.type().startsWith(LETTER)));
        Submissions submissions = Submissions.of(evidence);
        replay(
                findings,
                ofLetters.getOrDefault(true, List.of()),
                event -> (event.body().hasNonNull("qualificationId") ? CARRIED : LETTERS).get(event.type()),
                evidence.rowsBy(Evidence.QUALIFICATION, "authorization_letter", "id"),
                (row, state) -> row != null && (isAt(row, state) || isTakenAlong(row, submissions)));
        replay(
                findings,
                ofLetters.getOrDefault(false, List.of()).stream()
                        .filter(event -> event.type().startsWith(SIGNATURE))
                        .toList(),
                event -> SIGNATURES.get(event.type()),
                evidence.rowsBy(Evidence.QUALIFICATION, "signature", "id"),
                (row, state) -> row != null && row.has("released_at") == state.equals("RELEASED"));
        replay(
                findings,
                ofLetters.getOrDefault(false, List.of()).stream()
                        .filter(event -> event.type().startsWith(CARRIER_FILING))
                        .toList(),
                event -> CARRIER_FILINGS.get(event.type()),
                evidence.rowsBy(Evidence.QUALIFICATION, "carrier_filing", "id"),
                (row, state) -> row != null && (isAt(row, state) || (state.equals("PENDING") && isAt(row, "FILED"))));
        replay(
                findings,
                ofLetters.getOrDefault(false, List.of()).stream()
                        .filter(event -> !event.type().startsWith(SIGNATURE)
                                && !event.type().startsWith(CARRIER_FILING))
                        .toList(),
                event -> QUALIFICATIONS.get(event.type()),
                evidence.rowsBy(Evidence.QUALIFICATION, "qualification", "id"),
                (row, state) -> row != null && (isAt(row, state) || isBackInForce(row, timelines)));
        replay(
                findings,
                evidence.events(Topics.REVIEW),
                event -> REVIEWS.get(event.type()),
                evidence.rowsBy(Evidence.REVIEW, "review", "work_order"),
                (row, state) -> row != null && (isAt(row, state) || isUnpublished(row, state)));
        replay(
                findings,
                evidence.events(Topics.DOCUMENT),
                event -> DOCUMENTS.get(event.type()),
                evidence.rowsBy(Evidence.DOCUMENT, "document", "id"),
                // The document's row is deleted too.
                (row, state) -> (row == null) == state.equals(DELETED));
        replay(
                findings,
                evidence.events(Topics.NOTIFICATION).stream()
                        .filter(event -> !event.type().startsWith(WEBHOOK))
                        .toList(),
                event -> (event.version() == 1 ? MESSAGES : RECEIPTS).get(event.type()),
                evidence.rowsBy(Evidence.NOTIFICATION, "sms_message", "message_id"),
                (row, state) -> row != null && isSentAs(row, state));
        return findings.all();
    }

    /** Checks whether the row of an aggregate, if it exists, is in the state that its events lead to. */
    private interface End {
        boolean fits(@Nullable Row row, String state);
    }

    /** Finds the transition of an event; null if it is unknown. */
    private interface MoveTable {
        @Nullable
        Move moveOf(PublishedEvent event);
    }

    private static void replay(
            Findings findings, List<PublishedEvent> all, MoveTable table, Map<String, Row> rows, End end) {
        Map<String, List<PublishedEvent>> byAggregate =
                all.stream().collect(Collectors.groupingBy(PublishedEvent::aggregate));
        byAggregate.forEach((aggregate, events) -> {
            String state = NEW;
            for (PublishedEvent event : events) {
                Move move = table.moveOf(event);
                if (move == null) {
                    findings.add("Unknown event type " + event.type(), event);
                    continue;
                }
                findings.require(
                        move.mayComeIn(state),
                        event.type() + " came while " + aggregate + " was " + (state.equals(NEW) ? "absent" : state),
                        event);
                state = move.after(state);
            }
            Row row = rows.get(aggregate);
            findings.require(
                    end.fits(row, state),
                    "The events of " + aggregate + " lead to " + state + " but its row has another state",
                    String.valueOf(row),
                    events.getLast());
        });
    }

    private static boolean isAt(Row row, String state) {
        return state.equals(DELETED)
                ? row.has("deleted_at")
                : row.text("status").equals(state) && !row.has("deleted_at");
    }

    /** Returns whether a message is in that state, with the delivery that receipts have reported. */
    private static boolean isSentAs(Row message, String state) {
        String delivery = message.text("delivery");
        return switch (state) {
            case "DELIVERED" -> isAt(message, "ACCEPTED") && delivery.equals(state);
            case UNDELIVERED -> isAt(message, "ACCEPTED") && delivery.equals("FAILED");
            default -> isAt(message, state) && delivery.isEmpty();
        };
    }

    /**
     * Returns whether the review has an unpublished decision. A decision that can be undone is published only after its
     * undo window, and never if the applicant withdrew.
     */
    private static boolean isUnpublished(Row row, String state) {
        return row.text("status").equals("DECIDED")
                && (row.has("undo_until")
                        ? HELD.contains(state)
                        : row.has("superseded_at") && state.equals("CANCELLED"));
    }

    /** Returns whether the letter was submitted with a qualification, for which there is no event. */
    private static boolean isTakenAlong(Row letter, Submissions submissions) {
        return letter.text("status").equals("IN_REVIEW")
                && submissions.carried().containsKey(letter.text("current_order"));
    }

    /**
     * Returns whether the row is back at the revision in force. A discarded amendment has no event, because only the
     * applicant has seen it.
     */
    private static boolean isBackInForce(Row row, Timelines timelines) {
        // a restriction may follow, which changes no status
        List<Row> acts = timelines.of(row.text("id")).stream()
                .filter(Timelines::isAskedFor)
                .toList();
        return !acts.isEmpty()
                && Timelines.is(acts.getLast(), "discard")
                && row.text("status").equals("APPROVED")
                && !row.has("deleted_at");
    }
}
