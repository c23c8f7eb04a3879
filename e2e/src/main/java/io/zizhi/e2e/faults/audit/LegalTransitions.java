package io.zizhi.e2e.faults.audit;

import io.zizhi.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** I10: replays every event by a table of its own. */
final class LegalTransitions implements Invariant {

    private static final String NEW = "";

    /**
     * What an event does.
     *
     * @param from from where it leads elsewhere
     * @param to to where
     * @param staying in which states it may come as well, without leading anywhere
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

    /** No status: a deleted one keeps its own, and nothing may come after it. */
    private static final String DELETED = "deleted";

    private static final Map<String, Move> QUALIFICATIONS = Map.of(
            "zizhi.qualification.submitted.v1",
            new Move(Set.of(NEW, "APPROVED", "REJECTED", "SUPPLEMENT_REQUIRED", "WITHDRAWN"), "IN_REVIEW"),
            "zizhi.qualification.approved.v1",
            new Move(Set.of("IN_REVIEW"), "APPROVED"),
            "zizhi.qualification.rejected.v1",
            new Move(Set.of("IN_REVIEW"), "REJECTED"),
            "zizhi.qualification.supplement-requested.v1",
            new Move(Set.of("IN_REVIEW"), "SUPPLEMENT_REQUIRED"),
            "zizhi.qualification.withdrawn.v1",
            new Move(Set.of("IN_REVIEW"), "WITHDRAWN"),
            "zizhi.qualification.deleted.v1",
            new Move(Set.of(NEW, "APPROVED", "REJECTED", "SUPPLEMENT_REQUIRED", "WITHDRAWN"), DELETED),
            "zizhi.qualification.urged.v1",
            new Move(Set.of(), NEW, Set.of("IN_REVIEW")));

    private static final String STORED = "stored";

    private static final Map<String, Move> DOCUMENTS = Map.of(
            "zizhi.document.stored.v1", new Move(Set.of(NEW), STORED),
            "zizhi.document.deleted.v1", new Move(Set.of(STORED), DELETED));

    private static final Map<String, Move> MESSAGES = Map.of(
            "zizhi.notification.sms-accepted.v1", new Move(Set.of(NEW), "ACCEPTED"),
            "zizhi.notification.sms-failed.v1", new Move(Set.of(NEW), "FAILED"));

    private static final Set<String> UNFINISHED = Set.of("OPEN", "CLAIMED", "PROPOSED");

    /** What is proposed stays so while a second person has it. */
    private static final Set<String> PROPOSED = Set.of("PROPOSED");

    private static final Move OF_THE_CLOCK = new Move(Set.of(), NEW, UNFINISHED);

    /** Where the topic leaves a review that was decided and is not told yet. */
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
        return "Replayed one by one, the events of each aggregate make legal moves only and lead to the state in its row.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Timelines timelines = new Timelines(evidence);
        replay(
                findings,
                evidence.events(Topics.QUALIFICATION),
                QUALIFICATIONS,
                evidence.rowsBy(Evidence.QUALIFICATION, "qualification", "id"),
                (row, state) -> row != null && (isAt(row, state) || isBackInForce(row, timelines)));
        replay(
                findings,
                evidence.events(Topics.REVIEW),
                REVIEWS,
                evidence.rowsBy(Evidence.REVIEW, "review", "work_order"),
                (row, state) -> row != null && (isAt(row, state) || isUntold(row, state)));
        replay(
                findings,
                evidence.events(Topics.DOCUMENT),
                DOCUMENTS,
                evidence.rowsBy(Evidence.DOCUMENT, "document", "id"),
                // The row of a document goes with it.
                (row, state) -> (row != null) == state.equals(STORED));
        replay(
                findings,
                evidence.events(Topics.NOTIFICATION),
                MESSAGES,
                evidence.rowsBy(Evidence.NOTIFICATION, "sms_message", "message_id"),
                (row, state) -> row != null && isAt(row, state));
        return findings.all();
    }

    /** Whether the row of an aggregate, where there is one, is where its events lead. */
    private interface End {
        boolean fits(@Nullable Row row, String state);
    }

    private static void replay(
            Findings findings, List<PublishedEvent> all, Map<String, Move> table, Map<String, Row> rows, End end) {
        Map<String, List<PublishedEvent>> byAggregate =
                all.stream().collect(Collectors.groupingBy(PublishedEvent::aggregate));
        byAggregate.forEach((aggregate, events) -> {
            String state = NEW;
            for (PublishedEvent event : events) {
                Move move = table.get(event.type());
                if (move == null) {
                    findings.add("Nobody knows what " + event.type() + " does", event);
                    continue;
                }
                findings.require(
                        move.mayComeIn(state),
                        event.type() + " came while " + aggregate + " was " + (state.equals(NEW) ? "not there" : state),
                        event);
                state = move.after(state);
            }
            Row row = rows.get(aggregate);
            findings.require(
                    end.fits(row, state),
                    "The events of " + aggregate + " lead to " + state + " and its row is elsewhere",
                    String.valueOf(row),
                    events.getLast());
        });
    }

    private static boolean isAt(Row row, String state) {
        return state.equals(DELETED)
                ? row.has("deleted_at")
                : row.text("status").equals(state) && !row.has("deleted_at");
    }

    /** A decision that can be undone is told to nobody before that is over, and never where the applicant withdrew. */
    private static boolean isUntold(Row row, String state) {
        return row.text("status").equals("DECIDED")
                && (row.has("undo_until")
                        ? HELD.contains(state)
                        : row.has("superseded_at") && state.equals("CANCELLED"));
    }

    /** No event tells that an amendment was given up, because nobody but the applicant has seen it. */
    private static boolean isBackInForce(Row row, Timelines timelines) {
        List<Row> acts = timelines.of(row.text("id"));
        return !acts.isEmpty()
                && Timelines.is(acts.getLast(), "discard")
                && row.text("status").equals("APPROVED")
                && !row.has("deleted_at");
    }
}
