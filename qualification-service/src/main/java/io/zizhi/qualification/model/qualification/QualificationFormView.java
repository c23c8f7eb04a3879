package io.zizhi.qualification.model.qualification;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.Consent;
import io.zizhi.qualification.form.IdType;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.QualificationForm;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form as shown to its owner: names in full, id numbers and phones masked. It has the fields of the form and can be
 * sent back unchanged; masked values keep their stored value.
 *
 * @param name name of the qualification
 * @param purpose own use or third party
 * @param ownerType kind of owner of the signature
 * @param remark remark for the reviewer
 * @param company the company that owns the signature
 * @param legalRepresentative legal representative of the company
 * @param administrator person who manages the SMS business
 * @param moreMaterial ids of further documents
 * @param consent consent to the authorization notice
 * @param letterId the authorization letter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QualificationFormView(
        String name,
        Purpose purpose,
        OwnerType ownerType,
        @Nullable String remark,
        @Nullable Company company,
        @Nullable PersonView legalRepresentative,
        @Nullable PersonView administrator,
        List<String> moreMaterial,
        @Nullable Consent consent,
        @Nullable Long letterId) {

    public static QualificationFormView from(QualificationForm form) {
        LegalRepresentative legalRepresentative = form.legalRepresentative();
        Administrator administrator = form.administrator();
        return new QualificationFormView(
                form.name(),
                form.purpose(),
                form.ownerType(),
                form.remark(),
                form.company(),
                legalRepresentative == null ? null : PersonView.from(legalRepresentative, null, null),
                administrator == null
                        ? null
                        : PersonView.from(administrator, administrator.phone(), administrator.phoneVerificationId()),
                form.moreMaterial(),
                form.consent(),
                form.letterId());
    }

    /**
     * A natural person in the form. Only the administrator has a phone and a phone verification.
     *
     * @param name full name
     * @param idType kind of id document
     * @param idNumber number of the id document, masked
     * @param validFrom first day of validity of the id document
     * @param validTo last day of validity of the id document; 2099-12-31 means long-term
     * @param emblemDocumentId id of the image of the side with the national emblem
     * @param portraitDocumentId id of the image of the side with the portrait
     * @param phone mobile number, masked
     * @param phoneVerificationId the verification that proves the number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PersonView(
            @Nullable String name,
            @Nullable IdType idType,
            @Nullable IdNumber idNumber,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd") @Nullable
            LocalDate validFrom,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd") @Nullable
            LocalDate validTo,

            @Nullable String emblemDocumentId,
            @Nullable String portraitDocumentId,
            @Nullable Phone phone,
            @Nullable String phoneVerificationId) {

        static PersonView from(IdentifiedPerson person, @Nullable Phone phone, @Nullable String phoneVerificationId) {
            var name = person.name();
            return new PersonView(
                    name == null ? null : name.reveal(),
                    person.idType(),
                    person.idNumber(),
                    person.validFrom(),
                    person.validTo(),
                    person.emblemDocumentId(),
                    person.portraitDocumentId(),
                    phone,
                    phoneVerificationId);
        }

        /** Omits the name. */
        @Override
        public String toString() {
            return "PersonView[masked]";
        }
    }
}
