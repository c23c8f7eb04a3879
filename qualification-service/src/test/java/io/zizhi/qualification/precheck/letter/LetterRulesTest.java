package io.zizhi.qualification.precheck.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.AccountKind;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.check.DocumentChecks;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.DocumentState;
import io.zizhi.qualification.precheck.facts.FactsMother;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String AGENCY = "百川示例信息服务有限公司";

    private final LetterFacts ofCompany =
            facts(Optional.of(new VerifiedIdentity(AccountKind.COMPANY, AGENCY, "91310115MA00000C0X")));

    @ParameterizedTest
    @CsvSource({
        // Today is the first or the last day; both are within the period.
        "2026-11-25, 2028-11-24, PASSED, PASSED",
        "2025-11-26, 2026-11-25, PASSED, PASSED",
        "2026-11-26, 2028-11-25, FAILED, PASSED",
        "2024-11-25, 2026-11-24, FAILED, PASSED",
        // One to three years, written with or without the last day.
        "2026-01-01, 2026-12-31, PASSED, PASSED",
        "2026-01-01, 2026-12-30, PASSED, WARNING",
        "2026-01-01, 2029-01-01, PASSED, PASSED",
        "2026-01-01, 2029-01-02, PASSED, WARNING"
    })
    void requires_today_in_period_and_advises_one_to_three_years(
            LocalDate from, LocalDate to, OutcomeStatus today, OutcomeStatus length) {
        List<Outcome> outcomes = new LetterPeriod().judge(lasting(from, to), ofCompany);

        assertThat(outcomes).extracting(Outcome::status).containsExactly(today, length);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, LETTER_EXPIRED, PASSED",
        "2026-11-26, LETTER_RENEWAL_TOO_EARLY, PASSED",
        "2027-05-24, LETTER_RENEWAL_TOO_EARLY, PASSED",
        "2027-05-25, LETTER_RENEWAL_TOO_EARLY, FAILED"
    })
    void renewal_may_start_up_to_180_days_ahead(LocalDate from, String code, OutcomeStatus expected) {
        LetterFacts renewal = new LetterFacts(TODAY, Optional.of(Map.of()), true, ofCompany.identity(), false, true);

        assertThat(new LetterPeriod().judge(lasting(from, from.plusYears(1)), renewal))
                .first()
                .matches(outcome -> outcome.rule().code().equals(code) && outcome.status() == expected);
    }

    @Test
    void reports_less_than_six_months_with_own_code() {
        assertThat(new LetterPeriod().judge(lasting(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 4, 29)), ofCompany))
                .contains(LetterPeriod.LETTER_PERIOD_SHORT.warning("/validTo"));
        assertThat(new LetterPeriod().judge(lasting(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 4, 30)), ofCompany))
                .contains(LetterPeriod.LETTER_PERIOD_UNREASONABLE.warning("/validTo"));
    }

    @Test
    void rejects_period_ending_before_it_begins() {
        assertThat(new LetterPeriod().judge(lasting(TODAY, TODAY.minusDays(1)), ofCompany))
                .containsExactly(LetterPeriod.LETTER_PERIOD_INVALID.failed("/validTo"));
    }

    @Test
    void authorised_party_must_be_verified_company() {
        assertThat(new LetterParties().judge(authorising(AGENCY), ofCompany))
                .contains(LetterParties.LETTER_PARTY_MISMATCH.passed("/authorisedParty"));
        assertThat(new LetterParties().judge(authorising("另一示例有限公司"), ofCompany))
                .contains(LetterParties.LETTER_PARTY_MISMATCH.failed("/authorisedParty"));
    }

    @Test
    void leaves_person_name_to_reviewer() {
        LetterFacts ofPerson = facts(Optional.of(new VerifiedIdentity(AccountKind.PERSON, null, null)));

        assertThat(new LetterParties().judge(authorising("王示例"), ofPerson))
                .containsOnly(
                        LetterParties.LETTER_PARTY_INVALID.passed("/authoriser"),
                        LetterParties.LETTER_PARTY_INVALID.passed("/authorisedParty"));
    }

    @Test
    void authorised_party_must_be_verified_person() {
        LetterPartyIsPerson rule = new LetterPartyIsPerson(FactsMother.HASH);
        LetterFacts ofPerson =
                facts(Optional.of(FactsMother.person(PersonName.of("王示例"), IdNumber.of("110105194912310038"))));

        assertThat(rule.judge(authorising("王示例"), ofPerson))
                .containsExactly(LetterParties.LETTER_PARTY_MISMATCH.passed("/authorisedParty"));
        assertThat(rule.judge(authorising("赵示例"), ofPerson))
                .containsExactly(LetterParties.LETTER_PARTY_MISMATCH.failed("/authorisedParty"));
        assertThat(rule.judge(
                        authorising("赵示例"), facts(Optional.of(new VerifiedIdentity(AccountKind.PERSON, null, null)))))
                .containsExactly(SharedCodes.PERSON_NOT_COMPARED.unknown("/authorisedParty"));
        assertThat(rule.judge(authorising(AGENCY), ofCompany)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"百川/示例", "12345", "百川<示例>"})
    void checks_format_of_party_names(String party) {
        assertThat(new LetterParties().judge(authorising(party), ofCompany))
                .contains(LetterParties.LETTER_PARTY_INVALID.failed("/authorisedParty"));
    }

    @ParameterizedTest
    @CsvSource({
        "星河, PASSED",
        "Galaxy, PASSED",
        "星河2026, PASSED",
        "十二个汉字的签名名称示例, PASSED",
        "十三个汉字的签名名称示例例例, FAILED",
        "星, FAILED",
        "123456, FAILED",
        "星河测试, FAILED",
        "MyTest, FAILED",
        "检测试验, PASSED",
        "Contest, PASSED",
        "二〇八大队, PASSED",
        "星 河, FAILED",
        "【星河】, FAILED",
        "星河。, FAILED"
    })
    void checks_signature_names_in_scope(String name, OutcomeStatus expected) {
        LetterForm form = new LetterForm("授权", null, null, null, null, null, null, List.of(name));

        assertThat(new LetterScope().judge(form, ofCompany))
                .singleElement()
                .matches(outcome -> outcome.status() == expected);
    }

    @Test
    void always_needs_a_seal_on_a_letter() {
        LetterForm letter = new LetterForm("授权", null, null, null, null, null, "d".repeat(32), List.of());
        DocumentState colourless =
                new DocumentState(DocumentState.Status.AVAILABLE, "AUTHORIZATION_LETTER", "0".repeat(64), false);
        LetterFacts facts = new LetterFacts(
                TODAY, Optional.of(Map.of("d".repeat(32), colourless)), true, ofCompany.identity(), false, false);

        assertThat(new LetterPicture().judge(letter, facts))
                .contains(DocumentChecks.LETTER_SEAL_NEEDED.warning("/documentId"))
                .extracting(outcome -> outcome.rule().code())
                .doesNotContain("RED_SEAL_NEEDED");
    }

    private static LetterForm lasting(LocalDate from, LocalDate to) {
        return new LetterForm("授权", null, null, null, from, to, null, List.of());
    }

    private static LetterForm authorising(String party) {
        return new LetterForm("授权", "星河示例科技有限公司", null, PersonName.of(party), null, null, null, List.of());
    }

    private static LetterFacts facts(Optional<VerifiedIdentity> identity) {
        return new LetterFacts(TODAY, Optional.of(Map.of()), true, identity, false, false);
    }
}
