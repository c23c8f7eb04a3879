package io.zizhi.review.decision;

import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.SupplementItem;
import java.util.List;

/**
 * What a reviewer decides. Two equal verdicts are the same decision, which makes a repeated call recognisable.
 *
 * @param outcome how
 * @param findings reasons of a rejection, items of a supplement request, none of an approval
 */
record Verdict(ReviewOutcome outcome, List<Finding> findings) {

    Verdict {
        findings = List.copyOf(findings);
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
