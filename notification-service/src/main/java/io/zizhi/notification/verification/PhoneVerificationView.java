package io.zizhi.notification.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.notification.verification.model.PhoneVerification;
import io.zizhi.notification.verification.model.PhoneVerificationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a phone verification.
 *
 * @param verificationId 32 hexadecimal digits
 * @param status its status; expiry is not a status
 * @param issuedAt when the code was issued
 * @param expiresAt when the code expires
 * @param usableUntil until when one submission may name the number; absent before the code was entered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhoneVerificationView(
        String verificationId,
        PhoneVerificationStatus status,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant usableUntil) {

    static PhoneVerificationView from(PhoneVerification verification) {
        return new PhoneVerificationView(
                verification.id(),
                verification.status(),
                verification.issuedAt(),
                verification.expiresAt(),
                verification.usableUntil());
    }
}
