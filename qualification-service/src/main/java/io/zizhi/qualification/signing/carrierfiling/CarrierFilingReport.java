package io.zizhi.qualification.signing.carrierfiling;

import io.zizhi.qualification.form.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A report of the filing system.
 *
 * @param result what happened
 * @param claimId id of the claim; required for {@code FILED}
 * @param reason code of a rejection, up to 64 capital letters, digits and underscores; required for {@code REJECTED}
 *     and not allowed otherwise
 * @param note note for the applicant, up to 500 characters; stored encrypted
 * @param openAmendment whether a rejection opens an amendment of the qualification, unless one is open; false by default.
 *     A repeated report may ask for it if the first did not
 */
public record CarrierFilingReport(
        @NotNull(message = "FIELD_REQUIRED") Result result,

        @Pattern(regexp = CarrierFilingReport.CLAIM, message = "CLAIM_ID_INVALID") @Nullable
        String claimId,

        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}", message = "REASON_CODE_INVALID") @Nullable
        String reason,

        @Text(max = 500, lines = true) @Nullable String note,
        @Nullable Boolean openAmendment) {

    static final String CLAIM = "[0-9a-f-]{36}";

    /** What happened to a carrier filing. */
    public enum Result {
        /** It was sent to the carrier. */
        FILED,

        /** The carrier accepted it. */
        ACCEPTED,

        /** The carrier rejected it. */
        REJECTED
    }

    boolean opensAmendment() {
        return result == Result.REJECTED && Boolean.TRUE.equals(openAmendment);
    }

    /** Omits the note. */
    @Override
    public String toString() {
        return "CarrierFilingReport[" + result + ", " + reason + "]";
    }
}
