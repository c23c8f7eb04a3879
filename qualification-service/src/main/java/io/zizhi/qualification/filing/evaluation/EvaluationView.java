package io.zizhi.qualification.filing.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the pre-check found.
 *
 * @param passed whether nothing failed
 * @param rules every check, in the order of the form's places
 */
public record EvaluationView(boolean passed, List<OutcomeView> rules) {

    /** What the applicant is told. */
    public static EvaluationView from(Evaluation evaluation) {
        return of(evaluation, outcome -> !outcome.rule().forReviewer());
    }

    /** What the reviewer has to look at: everything that is not as it must be. */
    public static EvaluationView forReviewer(Evaluation evaluation) {
        return of(evaluation, outcome -> outcome.status() != OutcomeStatus.PASSED);
    }

    private static EvaluationView of(Evaluation evaluation, Predicate<Outcome> told) {
        return new EvaluationView(
                evaluation.passed(),
                evaluation.outcomes().stream()
                        .filter(told)
                        .map(OutcomeView::from)
                        .toList());
    }

    /**
     * One check.
     *
     * @param code from the catalogue
     * @param pointer JSON pointer into the form
     * @param status what was found
     * @param adviceZh what to do about it; absent where nothing is to be done
     * @param adviceEn the same in English
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutcomeView(
            String code,
            String pointer,
            OutcomeStatus status,
            @Nullable String adviceZh,
            @Nullable String adviceEn) {

        static OutcomeView from(Outcome outcome) {
            boolean fine = outcome.status() == OutcomeStatus.PASSED;
            return new OutcomeView(
                    outcome.rule().code(),
                    outcome.pointer(),
                    outcome.status(),
                    fine ? null : outcome.rule().adviceZh(),
                    fine ? null : outcome.rule().adviceEn());
        }
    }
}
