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
 * What a reviewer decides. Two equal verdicts are the same decision, which makes a repeated call recognisable.
 *
 * @param outcome how
 * @param findings reasons of a rejection, items of a supplement request, none of an approval
 * @param letterOutcome how the letter is decided that a qualification carries; null where it is not said or carried
 */
public record Verdict(
        ReviewOutcome outcome,
        List<Finding> findings,
        @Nullable ReviewOutcome letterOutcome) {

    private static final String DECIDED_OTHERWISE = "DECIDED_OTHERWISE";

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** The same where a letter is carried: one of which nothing was said is decided like its qualification. */
    public Verdict withLetter() {
        return letterOutcome == null ? new Verdict(outcome, findings, outcome) : this;
    }

    /** What of {@code asked} is other than this verdict, which stands; nothing where they are the same decision. */
    public List<Violation> differencesOf(Verdict asked) {
        List<Violation> differences = new ArrayList<>();
        if (asked.outcome != outcome) {
            differences.add(new Violation("/outcome", DECIDED_OTHERWISE, "It stands as " + outcome + "."));
        } else if (!asked.findings.equals(findings)) {
            String list = outcome == ReviewOutcome.REJECTED ? "/reasons" : "/items";
            differences.add(new Violation(list, DECIDED_OTHERWISE, "It stands with others: " + list() + "."));
        }
        if (asked.letterOutcome != letterOutcome) {
            differences.add(
                    new Violation("/letterOutcome", DECIDED_OTHERWISE, "The letter stands as " + letterOutcome + "."));
        }
        return differences;
    }

    /** What of a decision it fills in, for the audit. */
    public List<String> fields() {
        return switch (outcome) {
            case APPROVED -> List.of("outcome");
            case REJECTED -> List.of("outcome", "reasons");
            case SUPPLEMENT_REQUESTED -> List.of("outcome", "items");
        };
    }

    /** What the findings are called, in their order. */
    public List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    private String list() {
        return findings.stream()
                .map(finding -> finding.code() + " at '" + finding.pointer() + "'")
                .collect(Collectors.joining(", "));
    }

    /** For the event: without prose. */
    public List<DecisionReason> reasons() {
        return outcome == ReviewOutcome.REJECTED
                ? findings.stream()
                        .map(finding -> new DecisionReason(finding.code(), finding.pointer()))
                        .toList()
                : List.of();
    }

    /** For the event: without prose. */
    public List<SupplementItem> items() {
        return outcome == ReviewOutcome.SUPPLEMENT_REQUESTED
                ? findings.stream()
                        .map(finding -> new SupplementItem(finding.code(), finding.pointer(), finding.documentKind()))
                        .toList()
                : List.of();
    }
}
