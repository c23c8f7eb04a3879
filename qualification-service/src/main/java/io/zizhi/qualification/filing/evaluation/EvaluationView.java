package io.zizhi.qualification.filing.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The result of a pre-check.
 *
 * @param passed whether no rule failed
 * @param rules every check, in the order of the form
 */
public record EvaluationView(boolean passed, List<OutcomeView> rules) {

    /** Returns the part of the result that is shown to the applicant. */
    public static EvaluationView from(Evaluation evaluation) {
        return of(evaluation, outcome -> !outcome.rule().forReviewer());
    }

    /** Returns the part of the result that is shown to the reviewer: every check that did not pass. */
    public static EvaluationView forReviewer(Evaluation evaluation) {
        return of(evaluation, outcome -> outcome.status() != OutcomeStatus.PASSED);
    }

    private static EvaluationView of(Evaluation evaluation, Predicate<Outcome> published) {
        return new EvaluationView(
                evaluation.passed(),
                evaluation.outcomes().stream()
                        .filter(published)
                        .map(OutcomeView::from)
                        .toList());
    }

    /**
     * The result of one check.
     *
     * @param code code in the catalogue of rules
     * @param pointer JSON pointer into the form
     * @param status result of the check
     * @param adviceZh what to do about it, in Chinese; absent if nothing needs to be done
     * @param adviceEn what to do about it, in English
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
