package io.zizhi.qualification.filing.evaluation;

import io.zizhi.qualification.filing.evaluation.EvaluationView.OutcomeView;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.RegistryFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of the pre-check at submission, stored for the reviewer.
 *
 * @param passed whether no rule failed
 * @param rules every check that did not pass, including those shown only to the reviewer
 * @param registry result of the company register; null for letters and for submissions made before it was stored
 */
public record ReviewerFindings(
        boolean passed, List<OutcomeView> rules, @Nullable RegistryFinding registry) {

    public static ReviewerFindings of(Evaluation evaluation, RegistryFinding registry) {
        return of(EvaluationView.forReviewer(evaluation), registry);
    }

    /** Creates the results for a letter, for which no company register is queried. */
    public static ReviewerFindings of(Evaluation evaluation) {
        return of(EvaluationView.forReviewer(evaluation), null);
    }

    private static ReviewerFindings of(EvaluationView view, @Nullable RegistryFinding registry) {
        return new ReviewerFindings(view.passed(), view.rules(), registry);
    }
}
