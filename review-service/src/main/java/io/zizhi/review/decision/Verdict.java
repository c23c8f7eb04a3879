package io.zizhi.review.decision;

import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.SupplementItem;
import io.zizhi.platform.problem.Problems;
import io.zizhi.platform.problem.Violation;
import io.zizhi.review.desk.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decides. Two equal verdicts are the same decision, which makes a repeated call recognisable.
 *
 * @param outcome how
 * @param findings reasons of a rejection, items of a supplement request, none of an approval
 * @param letterOutcome how the letter is decided that a qualification carries; null where it is not said or carried
 */
record Verdict(
        ReviewOutcome outcome,
        List<Finding> findings,
        @Nullable ReviewOutcome letterOutcome) {

    Verdict {
        findings = List.copyOf(findings);
    }

    /** The same about a review: a letter of which nothing was said is decided like the qualification that carries it. */
    Verdict about(Submission submission) {
        if (!submission.carriesLetter()) {
            if (letterOutcome != null) {
                throw Problems.invalid(List.of(
                        new Violation("/letterOutcome", "LETTER_NOT_CARRIED", "This review has no letter beside.")));
            }
            return this;
        }
        return letterOutcome == null ? new Verdict(outcome, findings, outcome) : this;
    }

    /** For the event: without prose. */
    List<DecisionReason> reasons() {
        return outcome == ReviewOutcome.REJECTED
                ? findings.stream()
                        .map(finding -> new DecisionReason(finding.code(), finding.pointer()))
                        .toList()
                : List.of();
    }

    /** For the event: without prose. */
    List<SupplementItem> items() {
        return outcome == ReviewOutcome.SUPPLEMENT_REQUESTED
                ? findings.stream()
                        .map(finding -> new SupplementItem(finding.code(), finding.pointer(), finding.documentKind()))
                        .toList()
                : List.of();
    }
}
