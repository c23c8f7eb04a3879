package io.zizhi.qualification.precheck.rule.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.Consent;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.IdType;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.facts.DocumentState;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.FactsMother;
import io.zizhi.qualification.precheck.facts.PhoneState;
import io.zizhi.qualification.precheck.rule.document.DocumentsUsable;
import io.zizhi.qualification.precheck.rule.document.IdPhotos;
import io.zizhi.qualification.precheck.rule.document.PhotosOfPerson;
import io.zizhi.qualification.precheck.rule.form.ConsentGiven;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonRulesTest {

    private final Facts facts = FactsMother.good();

    @ParameterizedTest
    @CsvSource({
        "李示例, PASSED",
        "孙〇, PASSED",
        "买买提·吐尔逊, PASSED",
        "Jean-Luc O'Neil, PASSED",
        "李4, FAILED",
        "李_示例, FAILED",
        "·李, FAILED"
    })
    void accepts_person_names_of_letters(String name, OutcomeStatus status) {
        assertThat(new PersonNameForm().judge(withLegalRepresentative(name, "11010519491231002X"), facts))
                .singleElement()
                .matches(outcome ->
                        outcome.status() == status && outcome.pointer().equals("/legalRepresentative/name"));
    }

    @Test
    void limits_person_name_to_50_characters() {
        assertThat(new PersonNameForm().judge(withLegalRepresentative("李".repeat(50), "1"), facts))
                .containsExactly(PersonNameForm.PERSON_NAME_INVALID.passed("/legalRepresentative/name"));
        assertThat(new PersonNameForm().judge(withLegalRepresentative("李".repeat(51), "1"), facts))
                .containsExactly(PersonNameForm.PERSON_NAME_INVALID.failed("/legalRepresentative/name"));
    }

    @Test
    void checks_id_numbers_of_both_persons() {
        QualificationForm form = FormMother.with(
                FormMother.company(FormMother.CREDIT_CODE),
                legalRepresentative("李示例", "110105194912310021", FormMother.FROM, FormMother.LONG_TERM),
                FormMother.administrator());

        assertThat(new IdNumberForm().judge(form, facts))
                .containsExactly(
                        IdNumberForm.ID_NUMBER_INVALID.failed("/legalRepresentative/idNumber"),
                        IdNumberForm.ID_NUMBER_INVALID.passed("/administrator/idNumber"));
    }

    @Test
    void advises_residents_of_hong_kong_to_choose_the_permit() {
        assertThat(new IdNumberForm().judge(withLegalRepresentative("李示例", "810000199408230021"), facts))
                .singleElement()
                .matches(outcome -> outcome.status() == OutcomeStatus.FAILED
                        && outcome.rule().adviceZh().contains("港澳台居民居住证"));
    }

    @ParameterizedTest
    @CsvSource({"330106202611200016, WARNING", "330106201011250015, WARNING", "33010620101124001X, PASSED"})
    void warns_about_administrator_under_sixteen(String number, OutcomeStatus expected) {
        assertThat(new AdministratorOfAge().judge(administeredBy("王示例", IdType.RESIDENT_ID, number), facts))
                .containsExactly(
                        new Outcome(AdministratorOfAge.ADMINISTRATOR_UNDER_AGE, "/administrator/idNumber", expected));
    }

    @Test
    void skips_age_of_ids_without_birth_date() {
        assertThat(new AdministratorOfAge().judge(administeredBy("王示例", IdType.PASSPORT, "E12345678"), facts))
                .isEmpty();
        assertThat(new AdministratorOfAge().judge(administeredBy("王示例", IdType.RESIDENT_ID, "1"), facts))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "王示例, 11010519491231002X, FAILED",
        "李示例, 11010519491231002x, PASSED",
        "' 李示例', ' 11010519491231002X', PASSED"
    })
    void same_id_number_has_one_name(String name, String number, OutcomeStatus expected) {
        assertThat(new OneNamePerIdNumber().judge(administeredBy(name, IdType.RESIDENT_ID, number), facts))
                .containsExactly(new Outcome(OneNamePerIdNumber.ID_NUMBER_TWO_NAMES, "/administrator/name", expected));
    }

    @Test
    void different_id_numbers_may_have_different_names() {
        assertThat(new OneNamePerIdNumber().judge(FormMother.good(), facts)).isEmpty();
        assertThat(new OneNamePerIdNumber().judge(administeredBy("王示例", IdType.OTHER, "11010519491231002X"), facts))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2026-11-24, ID_EXPIRED, PASSED",
        "2025-01-01, 2026-11-23, ID_EXPIRED, FAILED",
        "2026-11-24, 2099-12-31, ID_EXPIRED, PASSED",
        "2026-11-25, 2099-12-31, ID_NOT_YET_VALID, FAILED",
        "2026-11-24, 2026-11-23, ID_PERIOD_INVALID, FAILED",
        "0000-01-01, 2099-12-31, ID_PERIOD_INVALID, FAILED",
        "1899-12-31, 2099-12-31, ID_PERIOD_INVALID, FAILED",
        "2025-01-01, 2100-01-01, ID_PERIOD_INVALID, FAILED",
        "2025-01-01, 9999-12-31, ID_PERIOD_INVALID, FAILED"
    })
    void id_validity_includes_first_and_last_day(LocalDate from, LocalDate to, String code, OutcomeStatus status) {
        QualificationForm form = FormMother.named("资质");
        QualificationForm filled = new QualificationForm(
                form.name(),
                form.purpose(),
                form.ownerType(),
                null,
                null,
                legalRepresentative("李", "1", from, to),
                null,
                List.of(),
                null);

        assertThat(new IdPeriod().judge(filled, facts))
                .singleElement()
                .matches(outcome -> outcome.rule().code().equals(code) && outcome.status() == status);
    }

    @Test
    void rejects_same_image_for_both_id_sides() {
        QualificationForm form = FormMother.with(
                FormMother.company(FormMother.CREDIT_CODE),
                FormMother.legalRepresentative(),
                administrator(FormMother.EMBLEM, FormMother.EMBLEM, "13900001234"));

        assertThat(new IdPhotos().judge(form, facts))
                .containsExactly(IdPhotos.ID_SIDE_SWAPPED.failed("/administrator/portraitDocumentId"));
    }

    @Test
    void warns_about_single_side_of_legal_representatives_id() {
        LegalRepresentative half = new LegalRepresentative(null, null, null, null, null, FormMother.EMBLEM, null);
        QualificationForm form =
                FormMother.with(FormMother.company(FormMother.CREDIT_CODE), half, FormMother.administrator());

        assertThat(new IdPhotos().judge(form, facts))
                .containsExactly(
                        IdPhotos.LEGAL_ID_PHOTO_REQUIRED.warning("/legalRepresentative/portraitDocumentId"),
                        IdPhotos.ID_SIDE_SWAPPED.passed("/administrator/portraitDocumentId"));
    }

    @ParameterizedTest
    @CsvSource({
        "AVAILABLE, BUSINESS_LICENSE, true, DOCUMENT_NOT_USABLE, PASSED",
        "PENDING_SCAN, BUSINESS_LICENSE, true, DOCUMENT_PENDING_SCAN, FAILED",
        "PENDING_SCAN, BUSINESS_LICENSE, false, DOCUMENT_PENDING_SCAN, WARNING",
        "QUARANTINED, BUSINESS_LICENSE, false, DOCUMENT_QUARANTINED, FAILED",
        "NOT_FOUND, , true, DOCUMENT_NOT_FOUND, FAILED",
        "WRONG_KIND, , true, DOCUMENT_WRONG_KIND, FAILED",
        "AVAILABLE, ID_EMBLEM, true, DOCUMENT_WRONG_KIND, FAILED"
    })
    void checks_document_state_and_kind(
            DocumentState.Status state, @Nullable String kind, boolean scan, String code, OutcomeStatus status) {
        List<Outcome> outcomes =
                new DocumentsUsable().judge(FormMother.good(), FactsMother.withCertificate(state, kind, scan));

        assertThat(outcomes.getFirst().pointer()).isEqualTo("/company/certificate/documentId");
        assertThat(outcomes.getFirst().rule().code()).isEqualTo(code);
        assertThat(outcomes.getFirst().status()).isEqualTo(status);
        assertThat(outcomes).hasSize(4);
    }

    @Test
    void reports_unknown_document_as_not_found() {
        assertThat(new DocumentsUsable().judge(FormMother.good(), FactsMother.withDocuments(Optional.of(Map.of()))))
                .allMatch(outcome -> outcome.rule().code().equals("DOCUMENT_NOT_FOUND"));
    }

    @ParameterizedTest
    @CsvSource({"13900001234, PASSED", "+8613900001234, PASSED", "14000001234, FAILED", "12345, FAILED"})
    void requires_mainland_mobile_number(String number, OutcomeStatus status) {
        QualificationForm form = FormMother.with(
                FormMother.company(FormMother.CREDIT_CODE),
                FormMother.legalRepresentative(),
                administrator(FormMother.EMBLEM, FormMother.PORTRAIT, number));

        assertThat(new PhoneNumberForm().judge(form, facts))
                .singleElement()
                .matches(outcome ->
                        outcome.status() == status && outcome.pointer().equals("/administrator/phone"));
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, ADMIN_PHONE_UNVERIFIED, PASSED",
        "NOT_VERIFIED, PHONE_VERIFICATION_NOT_VERIFIED, FAILED",
        "EXPIRED, PHONE_VERIFICATION_EXPIRED, FAILED",
        "USED, PHONE_VERIFICATION_USED, FAILED",
        "PHONE_MISMATCH, PHONE_VERIFICATION_PHONE_MISMATCH, FAILED",
        "NOT_FOUND, PHONE_VERIFICATION_NOT_FOUND, FAILED",
        "UNKNOWN, ADMIN_PHONE_UNVERIFIED, UNKNOWN"
    })
    void requires_verified_phone(PhoneState state, String code, OutcomeStatus status) {
        assertThat(new PhoneVerified().judge(FormMother.good(), FactsMother.withPhone(state)))
                .singleElement()
                .matches(outcome -> outcome.rule().code().equals(code) && outcome.status() == status);
    }

    @Test
    void skips_unchecked_phone() {
        assertThat(new PhoneVerified().judge(FormMother.good(), FactsMother.withPhone(PhoneState.NOT_ASKED)))
                .isEmpty();
    }

    @Test
    void requires_consent_to_current_notice() {
        assertThat(new ConsentGiven().judge(FormMother.good(), facts))
                .containsExactly(ConsentGiven.CONSENT_OUTDATED.passed("/consent/noticeVersion"));
        assertThat(new ConsentGiven().judge(FormMother.good(), FactsMother.withNotice("2027-01")))
                .containsExactly(ConsentGiven.CONSENT_OUTDATED.failed("/consent/noticeVersion"));
        assertThat(new ConsentGiven().judge(consenting(new Consent("2026-11", false, null)), facts))
                .containsExactly(ConsentGiven.CONSENT_MISSING.failed("/consent/accepted"));
    }

    @Test
    void administrator_has_one_company_for_own_use() {
        var rule = new OneAdministratorOneCompany(() -> false);
        String pointer = "/administrator/idNumber";

        assertThat(rule.judge(FormMother.good(), facts)).allMatch(found -> found.status() == OutcomeStatus.PASSED);
        assertThat(rule.judge(FormMother.good(), FactsMother.administering(Set.of(FormMother.CREDIT_CODE), Set.of())))
                .allMatch(found -> found.status() == OutcomeStatus.PASSED);
        assertThat(rule.judge(FormMother.good(), FactsMother.duplicating()))
                .containsExactly(
                        OneAdministratorOneCompany.DUPLICATE_QUALIFICATION.failed(pointer),
                        OneAdministratorOneCompany.ADMIN_MULTI_COMPANY.passed(pointer));
        assertThat(rule.judge(FormMother.good(), FactsMother.administering(Set.of("91330100716105852F"), Set.of())))
                .containsExactly(
                        OneAdministratorOneCompany.DUPLICATE_QUALIFICATION.passed(pointer),
                        OneAdministratorOneCompany.ADMIN_MULTI_COMPANY.failed(pointer));
    }

    @ParameterizedTest
    @CsvSource({"false, WARNING", "true, FAILED"})
    void setting_forbids_several_companies_for_third_parties(boolean strict, OutcomeStatus expected) {
        Facts administering = FactsMother.administering(Set.of("91330100716105852F"), Set.of());
        QualificationForm good = FormMother.good();
        QualificationForm form = new QualificationForm(
                good.name(),
                Purpose.THIRD_PARTY,
                good.ownerType(),
                null,
                good.company(),
                good.legalRepresentative(),
                good.administrator(),
                List.of(),
                null);

        assertThat(new OneAdministratorOneCompany(() -> strict).judge(form, administering))
                .extracting(Outcome::status)
                .containsExactly(OutcomeStatus.PASSED, expected);
    }

    @Test
    void photos_stay_with_the_person_they_were_approved_for() {
        List<IdentifiedPerson> approved = List.of(administrator("王示例", "11010519491231002X", "e", "f"));

        assertThat(photos(administrator(" 王示例", "11010519491231002x", "e", "f"), approved))
                .containsExactly(OutcomeStatus.PASSED, OutcomeStatus.PASSED);
        assertThat(photos(administrator("赵示例", "110105194912310070", "e", "f"), approved))
                .containsExactly(OutcomeStatus.FAILED, OutcomeStatus.FAILED);
        assertThat(photos(administrator("赵示例", "11010519491231002X", "e", "g"), approved))
                .containsExactly(OutcomeStatus.FAILED);
        assertThat(photos(administrator("王示例", "110105194912310070", "g", "f"), approved))
                .containsExactly(OutcomeStatus.FAILED);
        assertThat(photos(administrator("赵示例", "110105194912310070", "g", "h"), approved))
                .isEmpty();
        assertThat(photos(administrator("赵示例", "110105194912310070", "e", "f"), List.of()))
                .isEmpty();
    }

    @Test
    void recognises_an_approved_photo_uploaded_again() {
        List<IdentifiedPerson> approved = List.of(administrator("王示例", "11010519491231002X", "e", "f"));
        Map<String, DocumentState> documents = Map.of(
                "e", photo("ID_EMBLEM", "1"),
                "f", photo("ID_PORTRAIT", "2"),
                "g", photo("ID_EMBLEM", "3"),
                "h", photo("ID_PORTRAIT", "2"));
        Facts found = FactsMother.withDocuments(Optional.of(documents))
                .with(FactsMother.approved(approved).account());

        assertThat(photos(administrator("赵示例", "110105194912310070", "g", "h"), found))
                .containsExactly(OutcomeStatus.FAILED);
        assertThat(photos(administrator("王示例", "11010519491231002X", "g", "h"), found))
                .containsExactly(OutcomeStatus.PASSED);
    }

    private static DocumentState photo(String kind, String sha256) {
        return new DocumentState(DocumentState.Status.AVAILABLE, kind, sha256, true);
    }

    private static List<OutcomeStatus> photos(Administrator administrator, List<IdentifiedPerson> approved) {
        return photos(administrator, FactsMother.approved(approved));
    }

    private static List<OutcomeStatus> photos(Administrator administrator, Facts known) {
        QualificationForm form = FormMother.with(
                FormMother.company(FormMother.CREDIT_CODE), FormMother.legalRepresentative(), administrator);
        return new PhotosOfPerson()
                .judge(form, known).stream().map(Outcome::status).toList();
    }

    private static Administrator administrator(String name, String number, String emblem, String portrait) {
        return new Administrator(
                PersonName.of(name),
                IdType.RESIDENT_ID,
                IdNumber.of(number),
                FormMother.FROM,
                FormMother.LONG_TERM,
                emblem,
                portrait,
                Phone.of("13900001234"),
                "verification-1");
    }

    private static QualificationForm consenting(Consent consent) {
        QualificationForm good = FormMother.good();
        return new QualificationForm(
                good.name(),
                good.purpose(),
                good.ownerType(),
                null,
                good.company(),
                good.legalRepresentative(),
                good.administrator(),
                good.moreMaterial(),
                consent);
    }

    private static QualificationForm withLegalRepresentative(String name, String number) {
        QualificationForm form = FormMother.named("资质");
        return new QualificationForm(
                form.name(),
                form.purpose(),
                form.ownerType(),
                null,
                null,
                legalRepresentative(name, number, FormMother.FROM, FormMother.LONG_TERM),
                null,
                List.of(),
                null);
    }

    private static QualificationForm administeredBy(String name, IdType type, String number) {
        Administrator good = FormMother.administrator();
        return FormMother.with(
                FormMother.company(FormMother.CREDIT_CODE),
                FormMother.legalRepresentative(),
                new Administrator(
                        PersonName.of(name),
                        type,
                        IdNumber.of(number),
                        good.validFrom(),
                        good.validTo(),
                        good.emblemDocumentId(),
                        good.portraitDocumentId(),
                        good.phone(),
                        good.phoneVerificationId()));
    }

    private static LegalRepresentative legalRepresentative(String name, String number, LocalDate from, LocalDate to) {
        return new LegalRepresentative(
                PersonName.of(name), IdType.RESIDENT_ID, IdNumber.of(number), from, to, null, null);
    }

    private static Administrator administrator(String emblem, String portrait, String phone) {
        return new Administrator(
                PersonName.of("王示例"),
                IdType.RESIDENT_ID,
                IdNumber.of("11010519491231002X"),
                FormMother.FROM,
                FormMother.LONG_TERM,
                emblem,
                portrait,
                Phone.of(phone),
                "verification-1");
    }
}
