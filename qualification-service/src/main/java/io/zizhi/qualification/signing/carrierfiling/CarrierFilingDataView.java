package io.zizhi.qualification.signing.carrierfiling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.IdType;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.QualificationForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a carrier needs to know about a signature, with personal data in plain text.
 *
 * @param filing the carrier filing
 * @param purpose own use or third party
 * @param ownerType kind of owner of the signature
 * @param company the owner; absent for a person
 * @param legalRepresentative its legal representative
 * @param administrator the person who runs the SMS business
 * @param letter the letter that authorises the signature; absent for own use
 * @param documents all fields that name a document; document-service has copies for the carrier
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CarrierFilingDataView(
        CarrierFilingView filing,
        Purpose purpose,
        OwnerType ownerType,
        @Nullable Company company,
        @Nullable FiledPerson legalRepresentative,
        @Nullable FiledPerson administrator,
        @Nullable FiledLetter letter,
        List<DocumentUse> documents) {

    static CarrierFilingDataView from(OpenedCarrierFiling opened) {
        QualificationForm form = opened.form();
        LetterForm letter = opened.letter();
        return new CarrierFilingDataView(
                CarrierFilingView.from(opened.filing()),
                form.purpose(),
                form.ownerType(),
                form.company(),
                FiledPerson.from(form.legalRepresentative(), null),
                FiledPerson.from(
                        form.administrator(),
                        Optional.ofNullable(form.administrator())
                                .map(Administrator::phone)
                                .orElse(null)),
                letter == null ? null : FiledLetter.from(letter),
                opened.documents());
    }

    /** Omits the personal data. */
    @Override
    public String toString() {
        return "CarrierFilingDataView[" + filing.id() + "]";
    }

    /**
     * A natural person.
     *
     * @param name as on the id document
     * @param idType kind of id document
     * @param idNumber its number
     * @param validFrom first day of its validity
     * @param validTo last day of its validity; 2099-12-31 is long-term
     * @param phone mobile number of mainland China; only of the administrator
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FiledPerson(
            @Nullable String name,
            @Nullable IdType idType,
            @Nullable String idNumber,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String phone) {

        static @Nullable FiledPerson from(@Nullable IdentifiedPerson person, @Nullable Phone phone) {
            return person == null
                    ? null
                    : new FiledPerson(
                            Optional.ofNullable(person.name())
                                    .map(PersonName::reveal)
                                    .orElse(null),
                            person.idType(),
                            Optional.ofNullable(person.idNumber())
                                    .map(IdNumber::reveal)
                                    .orElse(null),
                            person.validFrom(),
                            person.validTo(),
                            Optional.ofNullable(phone).map(Phone::reveal).orElse(null));
        }

        /** Omits the personal data. */
        @Override
        public String toString() {
            return "FiledPerson";
        }
    }

    /**
     * An authorization letter (授权委托书).
     *
     * @param authoriser the company that owns the signatures (授权方)
     * @param creditCode its unified social credit code
     * @param authorisedParty the verified company or person of the account (被授权方)
     * @param validFrom first day of its validity
     * @param validTo last day of its validity
     * @param signatureNames signatures that it covers, without brackets
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FiledLetter(
            @Nullable String authoriser,
            @Nullable String creditCode,
            @Nullable String authorisedParty,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<String> signatureNames) {

        static FiledLetter from(LetterForm form) {
            return new FiledLetter(
                    form.authoriser(),
                    form.creditCode(),
                    form.party().orElse(null),
                    form.validFrom(),
                    form.validTo(),
                    form.signatureNames());
        }

        /** Omits the authorised party. */
        @Override
        public String toString() {
            return "FiledLetter";
        }
    }
}
