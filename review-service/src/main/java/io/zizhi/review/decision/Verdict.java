package io.zizhi.review.decision;

import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.SupplementItem;
import io.zizhi.platform.http.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of a decision. Equal verdicts are the same decision, so a repeated call can be recognised.
 *
 * @param outcome the outcome
 * @param findings reasons of a rejection, items of a supplement request; empty for an approval
 * @param letterOutcome the outcome for the letter that a qualification carries; null if none was given or there is no
 *     letter
 */
public record Verdict(
        ReviewOutcome outcome,
        List<Finding> findings,
        @Nullable ReviewOutcome letterOutcome) {

    private static final String DECIDED_OTHERWISE = "DECIDED_OTHERWISE";

    public Verdict {
        findings = List.copyOf(findings);
    }

    /**
     * Fills in the outcome of a carried letter. Where none was given, the letter gets the outcome of its qualification.
     */
    public Verdict withLetter() {
        return letterOutcome == null ? new Verdict(outcome, findings, outcome) : this;
    }

    /** Returns the differences between this existing verdict and {@code asked}; empty if they are the same decision. */
    public List<Violation> differencesOf(Verdict asked) {
        List<Violation> differences = new ArrayList<>();
        if (asked.outcome != outcome) {
            differences.add(new Violation("/outcome", DECIDED_OTHERWISE, "The review was decided as " + outcome + "."));
        } else if (!asked.findings.equals(findings)) {
            String list = outcome == ReviewOutcome.REJECTED ? "/reasons" : "/items";
            differences.add(new Violation(
                    list, DECIDED_OTHERWISE, "The review was decided with other entries: " + list() + "."));
        }
        if (asked.letterOutcome != letterOutcome) {
            differences.add(
                    new Violation("/letterOutcome", DECIDED_OTHERWISE, "The letter outcome is " + letterOutcome + "."));
        }
        return differences;
    }

    /** Returns the names of its fields that are filled in, for the audit trail. */
    public List<String> fields() {
        return switch (outcome) {
            case APPROVED -> List.of("outcome");
            case REJECTED -> List.of("outcome", "reasons");
            case SUPPLEMENT_REQUESTED -> List.of("outcome", "items");
        };
    }

    /** Returns the codes of the findings, in order. */
    public List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    private String list() {
        return findings.stream()
                .map(finding -> finding.code() + " at '" + finding.pointer() + "'")
                .collect(Collectors.joining(", "));
    }

    /** Returns the reasons for the event, without notes. */
    public List<DecisionReason> reasons() {
        return outcome == ReviewOutcome.REJECTED
                ? findings.stream()
                        .map(finding -> new DecisionReason(finding.code(), finding.pointer()))
                        .toList()
                : List.of();
    }

    /** Returns the items for the event, without notes. */
    public List<SupplementItem> items() {
        return outcome == ReviewOutcome.SUPPLEMENT_REQUESTED
                ? findings.stream()
                        .map(finding -> new SupplementItem(finding.code(), finding.pointer(), finding.documentKind()))
                        .toList()
                : List.of();
    }
}
