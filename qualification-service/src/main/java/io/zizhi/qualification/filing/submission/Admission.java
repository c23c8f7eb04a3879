package io.zizhi.qualification.filing.submission;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.Facts;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.PhoneState;
import java.time.Duration;

/** Decides whether a form that was evaluated may be handed in. */
public final class Admission {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private Admission() {}

    /** 422 with everything that failed; 503 where somebody who has to be asked does not answer. */
    static void require(Evaluation evaluation, Facts facts) {
        require(evaluation, facts.documents().isPresent());
        if (facts.phone() == PhoneState.UNKNOWN) {
            throw Problems.unavailable(
                    "NOTIFICATION_SERVICE_UNAVAILABLE", "The phone cannot be checked now.", RETRY_AFTER);
        }
    }

    /** The same where no phone is asked for. */
    public static void require(Evaluation evaluation, boolean documentsKnown) {
        if (!evaluation.passed()) {
            throw Problems.unprocessable(
                    "PRECHECK_FAILED",
                    "The pre-check failed; errors say where and why.",
                    evaluation.with(OutcomeStatus.FAILED).stream()
                            .map(failed -> new Violation(
                                    failed.pointer(),
                                    failed.rule().code(),
                                    failed.rule().adviceEn()))
                            .toList());
        }
        if (!documentsKnown) {
            throw Problems.unavailable(
                    "DOCUMENT_SERVICE_UNAVAILABLE", "The documents cannot be checked now.", RETRY_AFTER);
        }
    }
}
