package io.zizhi.notification.verification;

import io.zizhi.notification.verification.model.PhoneVerification;
import io.zizhi.notification.verification.model.PhoneVerificationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verified number.
 *
 * @param verificationId 32 hexadecimal digits
 * @param status {@link PhoneVerificationStatus#VERIFIED}
 * @param usableUntil until when one submission may name the number
 */
public record VerifiedView(
        String verificationId,
        PhoneVerificationStatus status,
        @Nullable Instant usableUntil) {

    static VerifiedView from(PhoneVerification verification) {
        return new VerifiedView(verification.id(), verification.status(), verification.usableUntil());
    }
}
