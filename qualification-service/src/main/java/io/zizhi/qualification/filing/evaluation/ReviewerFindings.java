package io.zizhi.qualification.filing.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.filing.evaluation.EvaluationView.OutcomeView;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.RegistryFinding;
import io.zizhi.qualification.precheck.recognition.ComparedValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of the pre-check at submission, stored for the reviewer.
 *
 * @param passed whether no rule failed
 * @param rules every check that did not pass, including those shown only to the reviewer
 * @param registry result of the company register; null for letters and for submissions made before it was stored
 * @param scan scan authentication of the company; absent if the submission relies on no scan
 * @param recognition what was recognised in the pictures; absent if recognition read none, and in older submissions
 */
public record ReviewerFindings(
        boolean passed,
        List<OutcomeView> rules,
        @Nullable RegistryFinding registry,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ScanProof scan,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RecognitionFindings recognition) {

    /**
     * Creates the results for a qualification from the facts that its rules used, without personal data. Recognised
     * values that differ from the form are stored apart.
     */
    public static ReviewerFindings of(QualificationForm form, Evaluation evaluation, Facts facts) {
        return of(
                EvaluationView.forReviewer(evaluation),
                facts.registry(),
                ScanProof.from(facts.account().scan()),
                RecognitionFindings.of(form, facts));
    }

    /** Creates the results for a letter, for which no company register is queried. */
    public static ReviewerFindings of(Evaluation evaluation) {
        return of(EvaluationView.forReviewer(evaluation), null, null, null);
    }

    /** Returns the same results with recognised values that differ from the form, masked for reviewers. */
    public ReviewerFindings withDifferences(List<ComparedValue> values) {
        return recognition == null
                ? this
                : new ReviewerFindings(passed, rules, registry, scan, recognition.with(values));
    }

    private static ReviewerFindings of(
            EvaluationView view,
            @Nullable RegistryFinding registry,
            @Nullable ScanProof scan,
            @Nullable RecognitionFindings recognition) {
        return new ReviewerFindings(view.passed(), view.rules(), registry, scan, recognition);
    }
}
