package io.zizhi.e2e.faults.audit;

import java.util.List;

/** All invariants, in the order of their names. */
public final class Audit {

    private static final List<Invariant> INVARIANTS = List.of(
            new AnswersAreTrue(),
            new OneReviewPerSubmission(),
            new OneNoticePerDecision(),
            new OneMessagePerResult(),
            new TimersFireOnce(),
            new DueInstantsRecomputed(),
            new EventsInOrder(),
            new OutboxEqualsTopics(),
            new DocumentsAreWhole(),
            new LegalTransitions(),
            new SightsAndActsAudited(),
            new NothingPersonalOutside(),
            new OnlyPoisonIsKeptBack());

    private Audit() {}

    public static List<Invariant> invariants() {
        return INVARIANTS;
    }

    /** Everything that is broken; the first one is what a run ends with. */
    public static List<Violation> of(Evidence evidence) {
        return INVARIANTS.stream()
                .flatMap(invariant -> checked(invariant, evidence).stream())
                .toList();
    }

    /** Evidence that cannot be read proves nothing. */
    private static List<Violation> checked(Invariant invariant, Evidence evidence) {
        try {
            return invariant.check(evidence);
        } catch (IllegalStateException unreadable) {
            Findings findings = new Findings(invariant);
            findings.add("It could not be checked: " + unreadable.getMessage());
            return findings.all();
        }
    }
}
