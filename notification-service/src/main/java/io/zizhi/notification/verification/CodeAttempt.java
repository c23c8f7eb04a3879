package io.zizhi.notification.verification;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import java.util.List;

/**
 * A code that was entered, and what came of it; committed already.
 *
 * @param verdict what came of it
 * @param verification the verification afterwards
 */
record CodeAttempt(CodeVerdict verdict, PhoneVerification verification) {

    /** The answer to the applicant: the verification, or a refusal. */
    VerifiedView verifiedOrRefusal() {
        return switch (verdict) {
            case RIGHT -> VerifiedView.from(verification);
            case WRONG ->
                throw Problems.unprocessable(
                        "PHONE_CODE_WRONG",
                        "This is not the code.",
                        List.of(new Violation("/code", "PHONE_CODE_WRONG", "This is not the code.")));
            case EXHAUSTED ->
                throw Problems.conflict("PHONE_CODE_EXHAUSTED", "Too many wrong tries. Ask for a new code.");
            case EXPIRED -> throw Problems.conflict("PHONE_CODE_EXPIRED", "The code expired. Ask for a new one.");
            case SUPERSEDED ->
                throw Problems.conflict("PHONE_CODE_SUPERSEDED", "A newer code was sent. Enter that one.");
            case SPENT -> throw Problems.conflict("PHONE_CODE_USED", "The code was entered already.");
            case HELD_BACK -> throw SendLimits.refusal();
        };
    }
}
