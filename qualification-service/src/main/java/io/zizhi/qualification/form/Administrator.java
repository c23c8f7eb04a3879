package io.zizhi.qualification.form;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The administrator (管理员): the person who runs the SMS business and whose phone receives codes and results.
 *
 * @param name as on the id document
 * @param idType kind of id document
 * @param idNumber its number
 * @param validFrom first day of its validity
 * @param validTo last day of its validity; 2099-12-31 is long-term
 * @param emblemDocumentId id of the image of the emblem side (国徽面)
 * @param portraitDocumentId id of the image of the portrait side (人像面)
 * @param phone mobile number of mainland China
 * @param phoneVerificationId id of the verification of the phone at notification-service
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Administrator(
        @Text(max = 50) @Nullable PersonName name,
        @Nullable IdType idType,
        @Text(max = 50) @Nullable IdNumber idNumber,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validFrom,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validTo,

        @DocumentId @Nullable String emblemDocumentId,
        @DocumentId @Nullable String portraitDocumentId,
        @Text(max = 20) @Nullable Phone phone,

        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "PHONE_VERIFICATION_ID_INVALID") @Nullable
        String phoneVerificationId)
        implements IdentifiedPerson {

    @Override
    public String pointer() {
        return "/administrator";
    }

    /** Returns a copy whose phone must be verified again. */
    Administrator withoutVerification() {
        return provenBy(null);
    }

    /** Returns a copy with a new phone verification. */
    Administrator verifiedBy(String newVerificationId) {
        return provenBy(newVerificationId);
    }

    private Administrator provenBy(@Nullable String newVerificationId) {
        return new Administrator(
                name,
                idType,
                idNumber,
                validFrom,
                validTo,
                emblemDocumentId,
                portraitDocumentId,
                phone,
                newVerificationId);
    }

    Administrator with(@Nullable PersonName newName, @Nullable IdNumber newNumber, @Nullable Phone newPhone) {
        return new Administrator(
                newName,
                idType,
                newNumber,
                validFrom,
                validTo,
                emblemDocumentId,
                portraitDocumentId,
                newPhone,
                phoneVerificationId);
    }
}
