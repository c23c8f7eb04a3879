package io.zizhi.notification.verification;

import io.zizhi.notification.verification.model.CodeVerdict;
import io.zizhi.notification.verification.model.PhoneVerification;
import io.zizhi.notification.verification.throttling.SendLimits;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import java.util.List;

/**
 * An entered code and its verdict, which is already committed.
 *
 * @param verdict result of the attempt
 * @param verification state after the attempt
 */
record CodeAttempt(CodeVerdict verdict, PhoneVerification verification) {

    /** Returns the verification, or throws the error for the applicant. */
    VerifiedView verifiedOrRefusal() {
        return switch (verdict) {
            case RIGHT -> VerifiedView.from(verification);
            case WRONG ->
                throw Problems.unprocessable(
                        "PHONE_CODE_WRONG",
                        "The code is wrong.",
                        List.of(new Violation("/code", "PHONE_CODE_WRONG", "The code is wrong.")));
            case EXHAUSTED ->
                throw Problems.conflict("PHONE_CODE_EXHAUSTED", "Too many wrong attempts. Request a new code.");
            case EXPIRED -> throw Problems.conflict("PHONE_CODE_EXPIRED", "The code has expired. Request a new one.");
            case SUPERSEDED ->
                throw Problems.conflict("PHONE_CODE_SUPERSEDED", "A newer code was sent. Enter the newer code.");
            case SPENT -> throw Problems.conflict("PHONE_CODE_USED", "The code was already used.");
            case DELAYED -> throw SendLimits.refusal();
        };
    }
}
