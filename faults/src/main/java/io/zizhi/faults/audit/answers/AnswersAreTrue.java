package io.zizhi.faults.audit.answers;

import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.Violation;
import java.util.List;

/** I1: the responses to applicants and reviewers agree with the data. */
public final class AnswersAreTrue implements Invariant {

    private static final List<Answers> ALL = List.of(
            new CodeAnswers(),
            new UploadAnswers(),
            new DraftAnswers(),
            new EditAnswers(),
            new FilingAnswers(),
            new SubmissionAnswers(),
            new SheetAnswers(),
            new DeskAnswers());

    @Override
    public String id() {
        return "I1";
    }

    @Override
    public String says() {
        return "Every successful request has taken effect, no rejected request has, and every unanswered one has taken"
                + " effect at most once: phone codes, uploads, drafts, edits, discarded amendments, submissions,"
                + " withdrawals and deletions of qualifications and letters, sheets, claims, releases and decisions.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        findings.require(!evidence.operations().isEmpty(), "No data to check exists");
        ALL.forEach(answers -> answers.compare(evidence, findings));
        return findings.all();
    }
}
