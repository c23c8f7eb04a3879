package io.zizhi.qualification.filing.evaluation;

import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.standard.MobileNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A phone number together with the id of its claimed verification.
 *
 * @param verificationId id of the verification
 * @param phone its 11 digits
 */
public record PhoneClaim(String verificationId, Phone phone) {

    /** Returns empty if the verification or the number is missing, or the number is invalid. */
    public static Optional<PhoneClaim> of(@Nullable Administrator administrator) {
        if (administrator == null || administrator.phone() == null || administrator.phoneVerificationId() == null) {
            return Optional.empty();
        }
        String verificationId = administrator.phoneVerificationId();
        return MobileNumber.normalised(administrator.phone().reveal())
                .map(digits -> new PhoneClaim(verificationId, Phone.of(digits)));
    }
}
