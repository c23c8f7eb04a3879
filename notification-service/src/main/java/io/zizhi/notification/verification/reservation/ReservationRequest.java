package io.zizhi.notification.verification.reservation;

import io.zizhi.notification.verification.model.SubmittedRevision;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * Reserves a verified number for one submission.
 *
 * @param accountId account that submits
 * @param phone number as entered in the qualification
 * @param qualificationId id of the qualification
 * @param revision the revision to be submitted
 */
public record ReservationRequest(
        @NotNull(message = "FIELD_REQUIRED") @Size(max = 100, message = "FIELD_TOO_LONG")
        String accountId,

        @NotNull(message = "FIELD_REQUIRED") @Size(max = 32, message = "FIELD_TOO_LONG")
        String phone,

        @NotNull(message = "FIELD_REQUIRED") @Positive(message = "NUMBER_NOT_POSITIVE")
        Long qualificationId,

        @NotNull(message = "FIELD_REQUIRED") @Positive(message = "NUMBER_NOT_POSITIVE")
        Integer revision) {

    SubmittedRevision submission() {
        return new SubmittedRevision(qualificationId, revision);
    }

    /** Omits the number. */
    @Override
    public String toString() {
        return "ReservationRequest[" + accountId + ", " + qualificationId + ", " + revision + "]";
    }
}
