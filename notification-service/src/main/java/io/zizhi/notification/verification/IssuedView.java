package io.zizhi.notification.verification;

import io.zizhi.notification.verification.model.PhoneVerification;
import java.time.Instant;

/**
 * An issued code.
 *
 * @param verificationId 32 hexadecimal digits
 * @param expiresAt when the code expires
 * @param resendAt when the limits of the number allow the next code
 */
public record IssuedView(String verificationId, Instant expiresAt, Instant resendAt) {

    static IssuedView from(PhoneVerification verification, Instant resendAt) {
        return new IssuedView(verification.id(), verification.expiresAt(), resendAt);
    }
}
