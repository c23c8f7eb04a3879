package io.zizhi.e2e.faults.audit;

import io.zizhi.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
            new Move(Set.of(NEW, "APPROVED", "REJECTED", "SUPPLEMENT_REQUIRED", "WITHDRAWN"), DELETED));

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
        replay(findings, evidence, Topics.QUALIFICATION, QUALIFICATIONS, Evidence.QUALIFICATION, "qualification", "id");
        replay(findings, evidence, Topics.REVIEW, REVIEWS, Evidence.REVIEW, "review", "work_order");
        return findings.all();
    }

    private static void replay(
            Findings findings,
            Evidence evidence,
            String topic,
            Map<String, Move> table,
            String service,
            String rows,
            String idColumn) {
        Map<String, List<PublishedEvent>> byAggregate =
                evidence.events(topic).stream().collect(Collectors.groupingBy(PublishedEvent::aggregate));
        Map<String, Row> states = evidence.rowsBy(service, rows, idColumn);
        Timelines timelines = new Timelines(evidence);
        byAggregate.forEach((aggregate, events) -> {
            String state = NEW;
            for (PublishedEvent event : events) {
                Move move = table.get(event.type());
                if (move == null) {
                    continue;
                }
                findings.require(
                        move.mayComeIn(state),
                        event.type() + " came while " + aggregate + " was " + (state.equals(NEW) ? "not there" : state),
                        event);
                state = move.after(state);
            }
            Row row = states.get(aggregate);
            findings.require(
                    row != null && (isAt(row, state) || isUntold(row, state) || isBackInForce(row, timelines)),
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
