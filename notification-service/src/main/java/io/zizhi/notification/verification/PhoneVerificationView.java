package io.zizhi.notification.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.notification.verification.model.PhoneVerification;
import io.zizhi.notification.verification.model.PhoneVerificationStatus;
import io.zizhi.platform.privacy.personal.Phone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a phone verification.
 *
 * @param verificationId 32 hexadecimal digits
 * @param phone the number, masked
 * @param status its status; expiry is not a status
 * @param triesLeft wrong codes after which this code becomes invalid, 0 to 5; 0 if it can no longer be entered
 * @param issuedAt when the code was issued
 * @param expiresAt when the code expires
 * @param usableUntil until when one submission may name the number; absent before the code was entered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhoneVerificationView(
        String verificationId,
        String phone,
        PhoneVerificationStatus status,
        int triesLeft,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant usableUntil) {

    static PhoneVerificationView from(PhoneVerification verification, Phone phone, Instant now) {
        return new PhoneVerificationView(
                verification.id(),
                phone.masked(),
                verification.status(),
                verification.triesLeft(now),
                verification.issuedAt(),
                verification.expiresAt(),
                verification.usableUntil());
    }
}
