package io.zizhi.notification.verification;

import java.time.Instant;

/**
 * A code is on its way.
 *
 * @param verificationId 32 hexadecimal digits
 * @param expiresAt when the code can no longer be entered
 */
public record IssuedView(String verificationId, Instant expiresAt) {

    static IssuedView from(PhoneVerification verification) {
        return new IssuedView(verification.id(), verification.expiresAt());
    }
}
