package io.zizhi.review.casefile.unmasking;

import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Requests the plain text of masked fields, with a reason.
 *
 * @param pointers JSON pointers of masked fields of the submission, 1 to 7: {@code /legalRepresentative/name} and
 *     {@code idNumber}, {@code /administrator/name}, {@code idNumber} and {@code phone},
 *     {@code /letter/authorisedParty}, and of a letter alone {@code /authorisedParty}
 * @param reason 1 to 200 characters on one line; recorded in the audit trail
 */
public record UnmaskingRequest(
        @NotNull(message = "FIELD_REQUIRED") @Size(min = 1, max = 7, message = "POINTERS_COUNT")
        List<
                        @NotNull(message = "FIELD_REQUIRED")
                        @Pattern(regexp = UnmaskingRequest.MASKED, message = "POINTER_UNKNOWN") String>
                pointers,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = 200, message = "FIELD_TOO_LONG")
        @Pattern(regexp = "\\P{Cntrl}*", message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {

    static final String MASKED = "/(?:legalRepresentative/(?:name|idNumber)|administrator/(?:name|idNumber|phone)"
            + "|(?:letter/)?authorisedParty)";
}
