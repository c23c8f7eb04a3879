package io.zizhi.faults.audit;

import io.zizhi.faults.audit.answers.AnswersAreTrue;
import io.zizhi.faults.audit.notices.DoubtIsNeverResent;
import io.zizhi.faults.audit.notices.OneMessagePerResult;
import io.zizhi.faults.audit.notices.OneNoticePerDecision;
import io.zizhi.faults.audit.notices.TimersFireOnce;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.Violation;
import java.util.List;
import java.util.function.Predicate;

/** All invariants, ordered by name. */
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
            new ViewsAndActsAudited(),
            new NothingPersonalOutside(),
            new OnlyPoisonIsKeptBack(),
            new RestrictionsAreActs(),
            new AuditChainsUnbroken(),
            new DoubtIsNeverResent(),
            new FilingsAreReports(),
            new EventsReachWebhooks());

    private Audit() {}

    public static List<Invariant> invariants() {
        return INVARIANTS;
    }

    /** Returns all violations; a run reports the first one. */
    public static List<Violation> of(Evidence evidence) {
        return violations(evidence, invariant -> true);
    }

    /**
     * Returns the violations of an upgrade. Carrier filings and webhooks are left out: events and signatures that a
     * replica of an earlier version handled may have none.
     */
    public static List<Violation> ofUpgrade(Evidence evidence) {
        return violations(
                evidence,
                invariant -> !(invariant instanceof FilingsAreReports || invariant instanceof EventsReachWebhooks));
    }

    private static List<Violation> violations(Evidence evidence, Predicate<Invariant> checked) {
        return INVARIANTS.stream()
                .filter(checked)
                .flatMap(invariant -> checked(invariant, evidence).stream())
                .toList();
    }

    /** Checks an invariant. Unreadable evidence is a violation, because it proves nothing. */
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
