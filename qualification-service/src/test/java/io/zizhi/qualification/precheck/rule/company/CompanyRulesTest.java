package io.zizhi.qualification.precheck.rule.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.OwnerType;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.form.CertificateKind;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.FactsMother;
import io.zizhi.qualification.precheck.rule.form.NameForm;
import io.zizhi.qualification.precheck.rule.owner.SelfUseMatchesAccount;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyRulesTest {

    private static final String SELF_EMPLOYED = "92330106673959654Q";

    private final Facts facts = FactsMother.good();

    @ParameterizedTest
    @ValueSource(strings = {"星河", "Galaxy", "星河1", "a", "1a", "资质2026年"})
    void accepts_names_of_han_characters_letters_and_digits(String name) {
        assertThat(new NameForm().judge(FormMother.named(name), facts))
                .containsExactly(NameForm.NAME_INVALID.passed("/name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "星 河", "星河-1", "（星河）", "星河!", "galaxé", "ガラ", "１２３"})
    void rejects_names_with_symbols_or_only_digits(String name) {
        assertThat(new NameForm().judge(FormMother.named(name), facts))
                .containsExactly(NameForm.NAME_INVALID.failed("/name"));
    }

    @Test
    void limits_name_to_100_characters() {
        assertThat(new NameForm().judge(FormMother.named("资".repeat(100)), facts))
                .containsExactly(NameForm.NAME_INVALID.passed("/name"));
        assertThat(new NameForm().judge(FormMother.named("资".repeat(101)), facts))
                .containsExactly(NameForm.NAME_INVALID.failed("/name"));
    }

    @ParameterizedTest
    @CsvSource({
        "星河示例科技有限公司, PASSED",
        "示例（杭州）·科技 【集团】(A), PASSED",
        "核工业二〇八大队, PASSED",
        "12345, FAILED",
        "星河@示例, FAILED",
        "星河/示例, FAILED"
    })
    void company_name_allows_only_certificate_symbols(String name, OutcomeStatus status) {
        QualificationForm form = FormMother.ownedBy(OwnerType.COMPANY, new Company(name, null, null, null));

        assertThat(new CompanyNameForm().judge(form, facts))
                .singleElement()
                .matches(outcome ->
                        outcome.status() == status && outcome.pointer().equals("/company/name"));
    }

    @Test
    void warns_about_unusual_organisation_code() {
        assertThat(new CreditCodeForm().judge(owner(OwnerType.COMPANY, "91330106673959651E"), facts))
                .containsExactly(SharedCodes.USCC_ORGANISATION_CODE_UNUSUAL.warning("/company/creditCode"));
    }

    @ParameterizedTest
    @CsvSource({
        "91330106673959654P, PASSED",
        "91330106673959654Q, FAILED",
        "330106000012345, FAILED",
        "000000000000000000, FAILED"
    })
    void checks_credit_code(String code, OutcomeStatus status) {
        assertThat(new CreditCodeForm().judge(owner(OwnerType.COMPANY, code), facts))
                .singleElement()
                .matches(outcome -> outcome.status() == status
                        && outcome.pointer().equals("/company/creditCode")
                        && outcome.rule().code().equals("USCC_INVALID"));
    }

    @Test
    void owner_type_follows_registration_authority_of_credit_code() {
        var rule = new CreditCodeMatchesOwner();
        RuleCode mismatch = CreditCodeMatchesOwner.USCC_OWNER_TYPE_MISMATCH;
        String institution = validated("12330106673959654?");
        String association = validated("51330106673959654?");

        assertThat(rule.judge(owner(OwnerType.PUBLIC_INSTITUTION, FormMother.CREDIT_CODE), facts))
                .containsExactly(mismatch.failed("/company/creditCode"), mismatch.failed("/ownerType"));
        assertThat(rule.judge(owner(OwnerType.COMPANY, FormMother.CREDIT_CODE), facts))
                .containsExactly(mismatch.passed("/company/creditCode"), mismatch.passed("/ownerType"));
        assertThat(rule.judge(owner(OwnerType.COMPANY, institution), facts))
                .contains(mismatch.failed("/company/creditCode"));
        assertThat(rule.judge(owner(OwnerType.COMPANY, association), facts))
                .contains(mismatch.passed("/company/creditCode"));
        assertThat(rule.judge(owner(OwnerType.PUBLIC_INSTITUTION, association), facts))
                .contains(mismatch.passed("/company/creditCode"));
    }

    @Test
    void institution_account_cannot_file_as_company() {
        Facts institution = facts.with(FactsMother.account(
                Optional.of(new VerifiedIdentity(AccountKind.COMPANY, "示例市图书馆", validated("12330106673959654?")))));

        assertThat(new CreditCodeMatchesOwner().judge(FormMother.named("资质"), institution))
                .containsExactly(CreditCodeMatchesOwner.USCC_OWNER_TYPE_MISMATCH.failed("/ownerType"));
    }

    @Test
    void rejects_self_employed_businesses() {
        String code = validated(SELF_EMPLOYED);

        assertThat(new SupportedEntity().judge(owner(OwnerType.COMPANY, code), facts))
                .containsExactly(SupportedEntity.ENTITY_NOT_SUPPORTED.failed("/company/creditCode"));
        assertThat(new SupportedEntity().judge(FormMother.good(), facts))
                .containsExactly(SupportedEntity.ENTITY_NOT_SUPPORTED.passed("/company/creditCode"));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY, BUSINESS_LICENSE, PASSED",
        "COMPANY, SOCIAL_CREDIT_CERTIFICATE, PASSED",
        "COMPANY, INSTITUTION_CERTIFICATE, FAILED",
        "COMPANY, OTHER_CERTIFICATE, PASSED",
        "PUBLIC_INSTITUTION, BUSINESS_LICENSE, FAILED",
        "PUBLIC_INSTITUTION, SOCIAL_CREDIT_CERTIFICATE, PASSED",
        "PUBLIC_INSTITUTION, INSTITUTION_CERTIFICATE, PASSED",
        "PUBLIC_INSTITUTION, OTHER_CERTIFICATE, PASSED"
    })
    void allows_certificate_kinds_by_owner_type(OwnerType owner, CertificateKind kind, OutcomeStatus status) {
        Company company =
                new Company(null, null, null, FormMother.certificate(kind, FormMother.FROM, FormMother.LONG_TERM));

        assertThat(new CertificateKindAllowed().judge(FormMother.ownedBy(owner, company), facts))
                .singleElement()
                .matches(outcome -> outcome.status() == status);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, CERT_EXPIRED, PASSED",
        "2020-01-01, CERT_EXPIRED, PASSED",
        "2027-06-30, CERT_EXPIRED, PASSED",
        "2027-07-01, CERT_EXPIRED, FAILED",
        "2019-12-31, CERT_NOT_YET_VALID, FAILED"
    })
    void period_includes_first_and_last_day(LocalDate today, String code, OutcomeStatus status) {
        Company company = new Company(
                null,
                null,
                null,
                FormMother.certificate(CertificateKind.BUSINESS_LICENSE, FormMother.FROM, LocalDate.of(2027, 6, 30)));

        assertThat(new CertificatePeriod().judge(FormMother.ownedBy(OwnerType.COMPANY, company), FactsMother.on(today)))
                .singleElement()
                .matches(outcome -> outcome.rule().code().equals(code) && outcome.status() == status);
    }

    @Test
    void rejects_period_ending_before_it_begins() {
        Company company = new Company(
                null,
                null,
                null,
                FormMother.certificate(
                        CertificateKind.BUSINESS_LICENSE, FormMother.FROM, FormMother.FROM.minusDays(1)));

        assertThat(new CertificatePeriod().judge(FormMother.ownedBy(OwnerType.COMPANY, company), facts))
                .containsExactly(CertificatePeriod.CERT_PERIOD_INVALID.failed("/company/certificate/validTo"));
    }

    @Test
    void own_use_requires_verified_company() {
        var rule = new SelfUseMatchesAccount();

        assertThat(rule.judge(FormMother.good(), facts))
                .containsExactly(SelfUseMatchesAccount.USE_MISMATCH.passed("/company"));
        assertThat(rule.judge(owner(OwnerType.COMPANY, "91330100716105852F"), facts))
                .containsExactly(SelfUseMatchesAccount.USE_MISMATCH.failed("/company"));
    }

    private static QualificationForm owner(OwnerType type, String creditCode) {
        return FormMother.ownedBy(type, FormMother.company(creditCode));
    }

    /** Completes the code with its valid check character. */
    private static String validated(String code) {
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(check -> code.substring(0, 17) + (char) check)
                .filter(io.zizhi.qualification.form.standard.CreditCode::isValid)
                .findFirst()
                .orElseThrow();
    }
}
