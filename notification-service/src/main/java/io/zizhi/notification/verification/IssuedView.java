package io.zizhi.notification.verification;

import java.time.Instant;

/**
 * An issued code.
 *
 * @param verificationId 32 hexadecimal digits
 * @param expiresAt when the code expires
 */
public record IssuedView(String verificationId, Instant expiresAt) {

    static IssuedView from(PhoneVerification verification) {
        return new IssuedView(verification.id(), verification.expiresAt());
    }
}
