package io.zizhi.review.decision.making;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.review.decision.Finding;
import io.zizhi.review.decision.Verdict;
import io.zizhi.review.decision.reasons.ReasonCatalogue;
import io.zizhi.review.review.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules for a valid decision. Collects all violations instead of stopping at the first. */
final class DecisionRules {

    private static final String REASONS = "/reasons";
    private static final String ITEMS = "/items";

    private final ReasonCatalogue catalogue;

    DecisionRules(ReasonCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Verdict verdict(DecisionRequest request) {
        List<Finding> reasons = request.reasonFindings();
        List<Finding> items = request.itemFindings();
        List<Violation> violations = new ArrayList<>();
        presence(REASONS, reasons, request.outcome() == ReviewOutcome.REJECTED).ifPresent(violations::add);
        presence(ITEMS, items, request.outcome() == ReviewOutcome.SUPPLEMENT_REQUESTED)
                .ifPresent(violations::add);
        violations.addAll(codes(REASONS, reasons, ReasonCatalogue.Entry::rejection));
        violations.addAll(codes(ITEMS, items, ReasonCatalogue.Entry::supplement));
        violations.addAll(documentKinds(items));
        letter(request).ifPresent(violations::add);
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return new Verdict(request.outcome(), reasons.isEmpty() ? items : reasons, request.letterOutcome());
    }

    /**
     * Checks the verdict against the submission: pointers must name existing places. A carried letter without an
     * outcome of its own gets the outcome of its qualification.
     */
    Verdict about(Submission submission, Verdict verdict) {
        List<Violation> violations = new ArrayList<>(pointers(submission, verdict));
        if (verdict.letterOutcome() != null && !submission.carriesLetter()) {
            violations.add(new Violation(
                    "/letterOutcome", "LETTER_NOT_CARRIED", "This review has no letter. Leave out `letterOutcome`."));
        }
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return submission.carriesLetter() ? verdict.withLetter() : verdict;
    }

    private List<Violation> pointers(Submission submission, Verdict verdict) {
        String list = verdict.outcome() == ReviewOutcome.REJECTED ? REASONS : ITEMS;
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < verdict.findings().size(); i++) {
            String pointer = verdict.findings().get(i).pointer();
            String at = list + "/" + i + "/pointer";
            if (!isPlace(submission, pointer)) {
                violations.add(new Violation(
                        at,
                        "POINTER_UNKNOWN",
                        "The submission has no such place. Use a pointer from `places` in the list of reasons, or from"
                                + " `letterPlaces` for a letter that is reviewed alone."));
            } else if (isUnanswerable(submission, verdict, pointer)) {
                violations.add(new Violation(
                        at,
                        "POINTER_FIXED",
                        "The applicant cannot change this field after the first submission. Reject instead, or point"
                                + " to another field."));
            }
        }
        return violations;
    }

    /** Returns whether a supplement request points to a field that the applicant can no longer change. */
    private boolean isUnanswerable(Submission submission, Verdict verdict, String pointer) {
        return verdict.outcome() == ReviewOutcome.SUPPLEMENT_REQUESTED
                && submission.subject() != ReviewSubject.LETTER
                && catalogue.isFixedInQualification(pointer);
    }

    private boolean isPlace(Submission submission, String pointer) {
        return submission.subject() == ReviewSubject.LETTER
                ? catalogue.isInLetter(pointer)
                : catalogue.isInQualification(pointer, submission.carriesLetter());
    }

    /**
     * A letter may be approved whatever the outcome of the qualification. The qualification can be approved only with
     * its letter.
     */
    private static Optional<Violation> letter(DecisionRequest request) {
        ReviewOutcome letter = request.letterOutcome();
        return letter == null || letter == ReviewOutcome.APPROVED || letter == request.outcome()
                ? Optional.empty()
                : Optional.of(new Violation(
                        "/letterOutcome",
                        "NOT_ALLOWED_FOR_OUTCOME",
                        "The letter outcome must be APPROVED or the same outcome."));
    }

    private static Optional<Violation> presence(String pointer, List<Finding> findings, boolean wanted) {
        if (wanted && findings.isEmpty()) {
            return Optional.of(new Violation(pointer, "FIELD_REQUIRED", "This outcome needs at least one entry."));
        }
        if (!wanted && !findings.isEmpty()) {
            return Optional.of(new Violation(pointer, "NOT_ALLOWED_FOR_OUTCOME", "This outcome allows no entries."));
        }
        return Optional.empty();
    }

    private List<Violation> codes(String pointer, List<Finding> findings, Predicate<ReasonCatalogue.Entry> usable) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            String at = pointer + "/" + i + "/code";
            Optional<ReasonCatalogue.Entry> entry =
                    catalogue.named(findings.get(i).code());
            if (entry.isEmpty()) {
                violations.add(new Violation(at, "REASON_UNKNOWN", "The reason catalogue does not contain this code."));
            } else if (!usable.test(entry.get())) {
                violations.add(new Violation(at, "REASON_NOT_USABLE", "This code cannot be used with this outcome."));
            }
        }
        return violations;
    }

    private List<Violation> documentKinds(List<Finding> items) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String kind = items.get(i).documentKind();
            if (kind != null && !catalogue.documentKinds().contains(kind)) {
                violations.add(new Violation(
                        ITEMS + "/" + i + "/documentKind",
                        "DOCUMENT_KIND_UNKNOWN",
                        "The kind must be one of " + String.join(", ", catalogue.documentKinds()) + "."));
            }
        }
        return violations;
    }
}
