package io.zizhi.qualification.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The complete form of a qualification. In a draft, everything except name, purpose and owner type may be missing.
 *
 * @param name label of the qualification; 1–100 Han characters, letters and digits
 * @param purpose for the account itself or for a third party
 * @param ownerType type of the owner of the signature
 * @param remark remark for the reviewer
 * @param company the owner
 * @param legalRepresentative its legal representative
 * @param administrator the person who runs the SMS business
 * @param moreMaterial ids of at most ten further documents
 * @param consent consent to the notice
 * @param letterId id of the authorization letter (授权委托书) in which the owner authorizes the account; third party only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QualificationForm(
        @NotBlank(message = "FIELD_REQUIRED") @Text(max = QualificationForm.MAX_NAME)
        String name,

        @NotNull(message = "FIELD_REQUIRED") Purpose purpose,
        @NotNull(message = "FIELD_REQUIRED") OwnerType ownerType,
        @Text(max = 500, lines = true) @Nullable String remark,
        @Valid @Nullable Company company,
        @Valid @Nullable LegalRepresentative legalRepresentative,
        @Valid @Nullable Administrator administrator,

        @Size(max = 10, message = "TOO_MANY_DOCUMENTS")
        List<@NotNull(message = "FIELD_REQUIRED") @DocumentId String> moreMaterial,

        @Valid @Nullable Consent consent,
        @Positive(message = "NUMBER_NOT_POSITIVE") @Nullable Long letterId) {

    /** Maximum length of a name in characters (code points). */
    public static final int MAX_NAME = 100;

    public QualificationForm {
        moreMaterial = moreMaterial == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(moreMaterial));
    }

    public QualificationForm(
            String name,
            Purpose purpose,
            OwnerType ownerType,
            @Nullable String remark,
            @Nullable Company company,
            @Nullable LegalRepresentative legalRepresentative,
            @Nullable Administrator administrator,
            List<String> moreMaterial,
            @Nullable Consent consent) {
        this(
                name,
                purpose,
                ownerType,
                remark,
                company,
                legalRepresentative,
                administrator,
                moreMaterial,
                consent,
                null);
    }

    /** Returns the credit code if it is filled in. */
    public Optional<String> creditCode() {
        return Optional.ofNullable(company).map(Company::creditCode);
    }

    /** Returns the earliest last day of validity among the certificate and id documents; empty if none is filled in. */
    public Optional<LocalDate> earliestEnd() {
        Optional<LocalDate> ofCertificate =
                Optional.ofNullable(company).map(Company::certificate).map(Certificate::validTo);
        Stream<LocalDate> ofPersons =
                persons().stream().map(IdentifiedPerson::validTo).flatMap(Stream::ofNullable);
        return Stream.concat(ofCertificate.stream(), ofPersons).min(Comparator.naturalOrder());
    }

    /** Returns the owner's name if it is filled in. */
    public Optional<String> companyName() {
        return Optional.ofNullable(company).map(Company::name);
    }

    /** Returns the persons that are filled in. */
    public List<IdentifiedPerson> persons() {
        List<IdentifiedPerson> persons = new ArrayList<>();
        Optional.ofNullable(legalRepresentative).ifPresent(persons::add);
        Optional.ofNullable(administrator).ifPresent(persons::add);
        return persons;
    }

    /**
     * Returns whether the legal representative is the administrator, by the id number. Their pictures may then be the same.
     */
    public boolean hasOnePersonTwice() {
        List<Optional<String>> numbers = persons().stream()
                .map(IdentifiedPerson::normalisedIdNumber)
                .distinct()
                .toList();
        return persons().size() > 1 && numbers.size() == 1 && numbers.getFirst().isPresent();
    }

    /** Returns all fields that refer to documents, in the order of the form. */
    public List<DocumentUse> documents() {
        List<DocumentUse> uses = new ArrayList<>();
        Certificate certificate = company == null ? null : company.certificate();
        if (certificate != null && certificate.kind() != null) {
            add(
                    uses,
                    "/company/certificate/documentId",
                    certificate.documentId(),
                    certificate.kind().name());
        }
        for (IdentifiedPerson person : persons()) {
            add(uses, person.pointer() + "/emblemDocumentId", person.emblemDocumentId(), "ID_EMBLEM");
            add(uses, person.pointer() + "/portraitDocumentId", person.portraitDocumentId(), "ID_PORTRAIT");
        }
        for (int index = 0; index < moreMaterial.size(); index++) {
            add(uses, "/moreMaterial/" + index, moreMaterial.get(index), "MORE_MATERIAL");
        }
        return uses;
    }

    private static void add(List<DocumentUse> uses, String pointer, @Nullable String documentId, String kind) {
        if (documentId != null) {
            uses.add(new DocumentUse(pointer, documentId, kind));
        }
    }

    public PersonalData personalData() {
        return new PersonalData(
                legalRepresentative == null || legalRepresentative.name() == null
                        ? null
                        : legalRepresentative.name().reveal(),
                legalRepresentative == null || legalRepresentative.idNumber() == null
                        ? null
                        : legalRepresentative.idNumber().reveal(),
                administrator == null || administrator.name() == null
                        ? null
                        : administrator.name().reveal(),
                administrator == null || administrator.idNumber() == null
                        ? null
                        : administrator.idNumber().reveal(),
                administrator == null || administrator.phone() == null
                        ? null
                        : administrator.phone().reveal(),
                remark);
    }

    /** Returns a copy with the data of natural persons, and the remark, from {@code data}. */
    public QualificationForm with(PersonalData data) {
        return with(
                legalRepresentative == null
                        ? null
                        : legalRepresentative.with(
                                name(data.legalRepresentativeName()), number(data.legalRepresentativeIdNumber())),
                administrator == null
                        ? null
                        : administrator.with(
                                name(data.administratorName()),
                                number(data.administratorIdNumber()),
                                phone(data.administratorPhone())),
                data.remark());
    }

    /**
     * Returns the form as it was stored: this part and its personal data. Builds before migration V20261129_0401 stored
     * the remark in this part.
     */
    public QualificationForm withStored(PersonalData data) {
        return with(data.remark() == null && remark != null ? data.withRemark(remark) : data);
    }

    /**
     * Returns a copy for another qualification with a new name and the selected parts. It lacks the consent and the
     * phone verification, which apply to one submission only.
     */
    public QualificationForm copied(String newName, Set<FormPart> parts) {
        return new QualificationForm(
                newName,
                purpose,
                ownerType,
                remark,
                parts.contains(FormPart.COMPANY) ? company : null,
                parts.contains(FormPart.LEGAL_REPRESENTATIVE) ? legalRepresentative : null,
                parts.contains(FormPart.ADMINISTRATOR) && administrator != null
                        ? administrator.withoutVerification()
                        : null,
                parts.contains(FormPart.MORE_MATERIAL) ? moreMaterial : List.of(),
                null,
                parts.contains(FormPart.LETTER) ? letterId : null);
    }

    public QualificationForm withoutPersonalData() {
        return with(new PersonalData(null, null, null, null, null));
    }

    /**
     * Replaces each masked value in this form with the stored one. A client may therefore read a form, change one field
     * and send it back. Names are not masked for their owner and are taken as they are.
     */
    public QualificationForm keepingMasked(QualificationForm stored) {
        PersonalData mine = personalData();
        PersonalData kept = stored.personalData();
        return with(new PersonalData(
                mine.legalRepresentativeName(),
                keepNumber(mine.legalRepresentativeIdNumber(), kept.legalRepresentativeIdNumber()),
                mine.administratorName(),
                keepNumber(mine.administratorIdNumber(), kept.administratorIdNumber()),
                keepPhone(mine.administratorPhone(), kept.administratorPhone()),
                mine.remark()));
    }

    private static @Nullable String keepNumber(@Nullable String mine, @Nullable String kept) {
        return mine != null && kept != null && mine.equals(new IdNumber(kept).masked()) ? kept : mine;
    }

    private static @Nullable String keepPhone(@Nullable String mine, @Nullable String kept) {
        return mine != null && kept != null && mine.equals(new Phone(kept).masked()) ? kept : mine;
    }

    /** Returns a copy whose administrator's phone was verified by that verification. */
    public QualificationForm verifiedBy(String phoneVerificationId) {
        return with(
                legalRepresentative,
                administrator == null ? null : administrator.verifiedBy(phoneVerificationId),
                remark);
    }

    private QualificationForm with(
            @Nullable LegalRepresentative newLegalRepresentative,
            @Nullable Administrator newAdministrator,
            @Nullable String newRemark) {
        return new QualificationForm(
                name,
                purpose,
                ownerType,
                newRemark,
                company,
                newLegalRepresentative,
                newAdministrator,
                moreMaterial,
                consent,
                letterId);
    }

    private static @Nullable PersonName name(@Nullable String text) {
        return text == null ? null : PersonName.of(text);
    }

    private static @Nullable IdNumber number(@Nullable String text) {
        return text == null ? null : IdNumber.of(text);
    }

    private static @Nullable Phone phone(@Nullable String text) {
        return text == null ? null : Phone.of(text);
    }
}
