package io.zizhi.qualification.signing.carrier;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.OutcomeStatus;

/** Refuses a signature that a qualification may not carry. */
public final class SignatureRefusal {

    private SignatureRefusal() {}

    /** 422 with everything that failed. */
    public static void require(Evaluation evaluation) {
        if (!evaluation.passed()) {
            throw Problems.unprocessable(
                    "SIGNATURE_NOT_ALLOWED",
                    "The qualification may not carry this signature; errors say why.",
                    evaluation.with(OutcomeStatus.FAILED).stream()
                            .map(failed -> new Violation(
                                    failed.pointer(),
                                    failed.rule().code(),
                                    failed.rule().adviceEn()))
                            .toList());
        }
    }
}
