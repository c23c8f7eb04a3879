package io.zizhi.qualification.filing.submission;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.PhoneState;
import java.time.Duration;

/** Decides whether an evaluated form may be submitted. */
public final class Admission {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private Admission() {}

    /**
     * Fails with 503 if another service was told meanwhile that this attempt had failed, and has released what was
     * reserved for it. The next attempt reserves again.
     */
    public static void requireNotAbandoned(boolean current) {
        if (!current) {
            throw Problems.unavailable(
                    "SUBMISSION_ABANDONED",
                    "The submission took so long that its documents and phone were released. Repeat the request with the same headers.",
                    RETRY_AFTER);
        }
    }

    /** Fails with 422 and all failed rules, or with 503 if a required service is unavailable. */
    static void require(Evaluation evaluation, Facts facts) {
        require(evaluation, facts.documents().isPresent());
        if (facts.phone() == PhoneState.UNKNOWN) {
            throw Problems.unavailable(
                    "NOTIFICATION_SERVICE_UNAVAILABLE", "The phone cannot be checked now; retry later.", RETRY_AFTER);
        }
    }

    /** Like {@link #require(Evaluation, Facts)}, but without a phone. */
    public static void require(Evaluation evaluation, boolean documentsKnown) {
        if (!evaluation.passed()) {
            throw Problems.unprocessable(
                    "PRECHECK_FAILED",
                    "The pre-check failed; `errors` lists the failed rules.",
                    evaluation.with(OutcomeStatus.FAILED).stream()
                            .map(failed -> new Violation(
                                    failed.pointer(),
                                    failed.rule().code(),
                                    failed.rule().adviceEn(),
                                    failed.rule().adviceZh()))
                            .toList());
        }
        if (!documentsKnown) {
            throw Problems.unavailable(
                    "DOCUMENT_SERVICE_UNAVAILABLE", "The documents cannot be checked now; retry later.", RETRY_AFTER);
        }
    }
}
