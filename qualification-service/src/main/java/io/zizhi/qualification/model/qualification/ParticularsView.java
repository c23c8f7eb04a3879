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
import io.zizhi.qualification.form.LegalPerson;
import io.zizhi.qualification.form.Particulars;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form as its owner sees it: names in full, id numbers and phones masked. It has the fields of the form and may be
 * sent back as it is; what is still masked keeps its stored value.
 *
 * @param name label of the qualification
 * @param purpose for whom
 * @param ownerType what kind of body owns the signature
 * @param remark for the reviewer
 * @param company the owner
 * @param legalPerson its legal representative
 * @param administrator who runs the SMS business
 * @param moreMaterial ids of further documents
 * @param consent consent to the notice
 * @param letterId the authorization letter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParticularsView(
        String name,
        Purpose purpose,
        OwnerType ownerType,
        @Nullable String remark,
        @Nullable Company company,
        @Nullable PersonView legalPerson,
        @Nullable PersonView administrator,
        List<String> moreMaterial,
        @Nullable Consent consent,
        @Nullable Long letterId) {

    public static ParticularsView from(Particulars form) {
        LegalPerson legalPerson = form.legalPerson();
        Administrator administrator = form.administrator();
        return new ParticularsView(
                form.name(),
                form.purpose(),
                form.ownerType(),
                form.remark(),
                form.company(),
                legalPerson == null ? null : PersonView.from(legalPerson, null, null),
                administrator == null
                        ? null
                        : PersonView.from(administrator, administrator.phone(), administrator.phoneVerificationId()),
                form.moreMaterial(),
                form.consent(),
                form.letterId());
    }

    /**
     * A natural person of the form; phone and verification are the administrator's only.
     *
     * @param name in full
     * @param idType kind of id document
     * @param idNumber its number, masked
     * @param validFrom first day of its validity
     * @param validTo last day of its validity; 2099-12-31 is long-term
     * @param emblemDocumentId image of the side with the national emblem
     * @param portraitDocumentId image of the side with the portrait
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

        /** Without the name. */
        @Override
        public String toString() {
            return "PersonView[masked]";
        }
    }
}
