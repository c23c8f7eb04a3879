package io.zizhi.qualification.filing.evaluation;

import io.zizhi.qualification.filing.evaluation.EvaluationView.OutcomeView;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.RegistryFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pre-check found when something was submitted, kept with it for the reviewer.
 *
 * @param passed whether nothing failed
 * @param rules every check that is not as it must be, among them what only the reviewer is told
 * @param registry what the register of companies said; null for a letter, and for what was submitted before it was kept
 */
public record ReviewerFindings(
        boolean passed, List<OutcomeView> rules, @Nullable RegistryFinding registry) {

    public static ReviewerFindings of(Evaluation evaluation, RegistryFinding registry) {
        return of(EvaluationView.forReviewer(evaluation), registry);
    }

    /** Of a letter, about which no register is asked. */
    public static ReviewerFindings of(Evaluation evaluation) {
        return of(EvaluationView.forReviewer(evaluation), null);
    }

    private static ReviewerFindings of(EvaluationView view, @Nullable RegistryFinding registry) {
        return new ReviewerFindings(view.passed(), view.rules(), registry);
    }
}
