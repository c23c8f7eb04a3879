package io.zizhi.qualification.precheck.rule.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.Consent;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.IdType;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.Region;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.Precheck;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.FactsMother;
import io.zizhi.qualification.precheck.rule.OfferToPersons;
import io.zizhi.qualification.precheck.rule.RulesTest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules about accounts, owners and purposes. */
class OwnerRulesTest {

    private static final String OTHER_CODE = "91330100716105852F";

    private final Facts ofCompany = FactsMother.good();
    private final Facts ofPerson =
            ofCompany.with(FactsMother.account(Optional.of(new VerifiedIdentity(AccountKind.PERSON, null, null))));
    private final Facts ofKnownPerson = ofCompany.with(FactsMother.account(
            Optional.of(FactsMother.person(PersonName.of("王示例"), IdNumber.of("110105194912310038")))));
    private final Facts ofNobody = ofCompany.with(FactsMother.account(Optional.empty()));

    @Test
    void rejects_unverified_account() {
        var rule = new AccountIsVerified();

        assertThat(rule.judge(FormMother.good(), ofNobody))
                .containsExactly(SharedCodes.ACCOUNT_NOT_VERIFIED.failed("/purpose"));
        assertThat(rule.judge(FormMother.good(), ofPerson))
                .containsExactly(SharedCodes.ACCOUNT_NOT_VERIFIED.passed("/purpose"));
    }

    @ParameterizedTest
    @CsvSource({
        FormMother.COMPANY_NAME + "," + OTHER_CODE + ", FAILED",
        "另一示例有限公司," + FormMother.CREDIT_CODE + ", FAILED",
        "另一示例有限公司," + OTHER_CODE + ", PASSED"
    })
    void third_party_differs_from_account_in_name_and_code(String name, String code, OutcomeStatus expected) {
        QualificationForm form =
                form(Purpose.THIRD_PARTY, OwnerType.COMPANY, new Company(name, code, null, null), null);

        assertThat(new ThirdPartyIsAnother().judge(form, ofCompany))
                .singleElement()
                .matches(outcome -> outcome.status() == expected);
        assertThat(new SelfUseMatchesAccount().judge(form, ofCompany)).isEmpty();
        assertThat(new ThirdPartyIsAnother().judge(form, ofPerson))
                .containsExactly(ThirdPartyIsAnother.THIRD_PARTY_IS_ACCOUNT.passed("/company"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"海天(中国)有限公司", "海天（中国） 有限公司", "海天【中国】有限公司"})
    void account_name_matches_despite_brackets_and_spaces(String typed) {
        Facts account = ofCompany.with(FactsMother.account(
                Optional.of(new VerifiedIdentity(AccountKind.COMPANY, "海天（中国）有限公司", FormMother.CREDIT_CODE))));
        Company own = new Company(typed, FormMother.CREDIT_CODE, null, null);
        Company other = new Company(typed, OTHER_CODE, null, null);

        assertThat(new SelfUseMatchesAccount().judge(form(Purpose.SELF, OwnerType.COMPANY, own, null), account))
                .containsExactly(SelfUseMatchesAccount.USE_MISMATCH.passed("/company"));
        assertThat(new ThirdPartyIsAnother().judge(form(Purpose.THIRD_PARTY, OwnerType.COMPANY, other, null), account))
                .containsExactly(ThirdPartyIsAnother.THIRD_PARTY_IS_ACCOUNT.failed("/company"));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY, SELF, COMPANY, PASSED",
        "COMPANY, SELF, PUBLIC_INSTITUTION, PASSED",
        "COMPANY, SELF, PERSON, FAILED",
        "COMPANY, THIRD_PARTY, COMPANY, PASSED",
        "COMPANY, THIRD_PARTY, PERSON, FAILED",
        "PERSON, SELF, PERSON, PASSED",
        "PERSON, SELF, COMPANY, FAILED",
        "PERSON, THIRD_PARTY, PUBLIC_INSTITUTION, PASSED",
        "PERSON, THIRD_PARTY, PERSON, FAILED"
    })
    void person_can_own_only_own_use_of_own_account(
            AccountKind account, Purpose purpose, OwnerType owner, OutcomeStatus expected) {
        QualificationForm form = form(purpose, owner, null, null);

        assertThat(new OwnerTypeMatchesAccount().judge(form, account == AccountKind.PERSON ? ofPerson : ofCompany))
                .singleElement()
                .matches(outcome ->
                        outcome.status() == expected && outcome.pointer().equals("/ownerType"));
    }

    @ParameterizedTest
    @CsvSource({
        "SELF, PERSON_SELF_NOT_OFFERED, PASSED, FAILED",
        "THIRD_PARTY, PERSON_THIRD_PARTY_NOT_OFFERED, FAILED, PASSED"
    })
    void operator_disables_personal_filing_by_purpose(
            Purpose purpose, String code, OutcomeStatus selfOffered, OutcomeStatus thirdPartyOffered) {
        QualificationForm form = form(purpose, OwnerType.PERSON, null, null);

        assertThat(new PersonAccountOffered(new OfferToPersons(true, false)).judge(form, ofPerson))
                .singleElement()
                .matches(outcome -> outcome.rule().code().equals(code) && outcome.status() == selfOffered);
        assertThat(new PersonAccountOffered(new OfferToPersons(false, true)).judge(form, ofPerson))
                .singleElement()
                .matches(outcome -> outcome.status() == thirdPartyOffered);
        assertThat(new PersonAccountOffered(new OfferToPersons(false, false)).judge(form, ofCompany))
                .isEmpty();
    }

    @Test
    void person_passes_with_administrator_only() {
        QualificationForm form = new QualificationForm(
                "个人资质",
                Purpose.SELF,
                OwnerType.PERSON,
                null,
                null,
                null,
                FormMother.administrator(),
                List.of(),
                new Consent("2026-11", true, null));
        Precheck precheck = new Precheck(RulesTest.ALL);

        assertThat(precheck.evaluate(form, ofKnownPerson).outcomes())
                .allMatch(outcome -> outcome.status() == OutcomeStatus.PASSED)
                .hasSizeGreaterThan(15);
        assertThat(new PartsOfOwner()
                        .judge(
                                form(Purpose.SELF, OwnerType.PERSON, new Company(null, null, null, null), null),
                                ofPerson))
                .containsExactly(
                        PartsOfOwner.PART_NOT_APPLICABLE.failed("/company"),
                        PartsOfOwner.PART_NOT_APPLICABLE.passed("/legalRepresentative"));
    }

    @ParameterizedTest
    @CsvSource({
        "王示例, 110105194912310038, PASSED, PASSED",
        "赵示例, 110105194912310038, FAILED, PASSED",
        "王示例, 11010519491231002X, PASSED, FAILED"
    })
    void own_use_of_person_is_for_the_verified_person(
            String name, String idNumber, OutcomeStatus ofName, OutcomeStatus ofNumber) {
        QualificationForm form = ownUse(name, idNumber);

        assertThat(new SelfUseMatchesPerson(FactsMother.HASH).judge(form, ofKnownPerson))
                .containsExactly(
                        new Outcome(SelfUseMatchesPerson.PERSON_MISMATCH, "/administrator/name", ofName),
                        new Outcome(SelfUseMatchesPerson.PERSON_MISMATCH, "/administrator/idNumber", ofNumber));
    }

    @Test
    void leaves_unrecorded_person_to_the_reviewer() {
        var rule = new SelfUseMatchesPerson(FactsMother.HASH);

        assertThat(rule.judge(ownUse("王示例", "110105194912310038"), ofPerson))
                .containsExactly(SharedCodes.PERSON_NOT_COMPARED.unknown("/administrator"));
        assertThat(rule.judge(FormMother.good(), ofCompany)).isEmpty();
    }

    private static QualificationForm ownUse(String name, String idNumber) {
        return new QualificationForm(
                "个人资质",
                Purpose.SELF,
                OwnerType.PERSON,
                null,
                null,
                null,
                new Administrator(
                        PersonName.of(name),
                        IdType.RESIDENT_ID,
                        IdNumber.of(idNumber),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                List.of(),
                null);
    }

    @ParameterizedTest
    @EnumSource(Region.class)
    void refers_foreign_owner_to_international_signatures(Region region) {
        Company company = new Company("示例有限公司", null, region, null);

        assertThat(new OwnerFromMainland()
                        .judge(form(Purpose.THIRD_PARTY, OwnerType.COMPANY, company, null), ofCompany))
                .containsExactly(region == Region.MAINLAND ? mainland(true) : mainland(false));
    }

    @Test
    void detects_region_from_credit_code() {
        assertThat(new OwnerFromMainland().judge(FormMother.good(), ofCompany))
                .containsExactly(OwnerFromMainland.OWNER_NOT_MAINLAND.passed("/company/creditCode"));
        Company hongKong = FormMother.company(validated("91810106673959654?"));
        assertThat(new OwnerFromMainland().judge(form(Purpose.SELF, OwnerType.COMPANY, hongKong, null), ofCompany))
                .containsExactly(OwnerFromMainland.OWNER_NOT_MAINLAND.failed("/company/creditCode"));
    }

    @Test
    void warns_about_sharing_for_third_party() {
        Consent sharing = new Consent("2026-11", true, true);

        assertThat(new ShareHasEffect().judge(form(Purpose.SELF, OwnerType.COMPANY, null, sharing), ofCompany))
                .containsExactly(ShareHasEffect.SHARE_WITHOUT_EFFECT.passed("/consent/share"));
        assertThat(new ShareHasEffect().judge(form(Purpose.THIRD_PARTY, OwnerType.COMPANY, null, sharing), ofCompany))
                .containsExactly(ShareHasEffect.SHARE_WITHOUT_EFFECT.warning("/consent/share"));
        assertThat(new ShareHasEffect().judge(FormMother.good(), ofCompany)).isEmpty();
    }

    private static Outcome mainland(boolean passed) {
        return OwnerFromMainland.OWNER_NOT_MAINLAND.check(passed, "/company/region");
    }

    private static QualificationForm form(
            Purpose purpose, OwnerType owner, @Nullable Company company, @Nullable Consent consent) {
        return new QualificationForm("资质", purpose, owner, null, company, null, null, List.of(), consent);
    }

    private static String validated(String code) {
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(check -> code.substring(0, 17) + (char) check)
                .filter(io.zizhi.qualification.form.standard.CreditCode::isValid)
                .findFirst()
                .orElseThrow();
    }
}
