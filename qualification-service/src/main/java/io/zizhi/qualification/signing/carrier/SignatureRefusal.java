package io.zizhi.qualification.signing.carrier;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.OutcomeStatus;

/** Creates the error for a signature that cannot be bound. */
public final class SignatureRefusal {

    private SignatureRefusal() {}

    /** Fails with 422 and all failed rules, if any failed. */
    public static void require(Evaluation evaluation) {
        if (!evaluation.passed()) {
            throw Problems.unprocessable(
                    "SIGNATURE_NOT_ALLOWED",
                    "The signature cannot be bound to this qualification; see errors.",
                    evaluation.with(OutcomeStatus.FAILED).stream()
                            .map(failed -> new Violation(
                                    failed.pointer(),
                                    failed.rule().code(),
                                    failed.rule().adviceEn(),
                                    failed.rule().adviceZh()))
                            .toList());
        }
    }
}
