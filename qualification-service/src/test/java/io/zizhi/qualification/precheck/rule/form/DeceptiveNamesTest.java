package io.zizhi.qualification.precheck.rule.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.IdType;
import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.FactsMother;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import io.zizhi.qualification.precheck.letter.LetterNameCharacters;
import io.zizhi.qualification.precheck.letter.LetterParties;
import io.zizhi.qualification.precheck.letter.LetterScope;
import io.zizhi.qualification.precheck.rule.owner.SelfUseMatchesAccount;
import io.zizhi.qualification.precheck.rule.owner.ThirdPartyIsAnother;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names with look-alike or invisible characters. */
class DeceptiveNamesTest {

    private static final String VERIFIED = "人口(示例)有限公司";
    private static final String FULL_WIDTH = "人口（示例）有限公司";
    private static final String IMITATION = "人ロ（示例）有限公司";

    private final Facts facts = FactsMother.good()
            .with(FactsMother.account(
                    Optional.of(new VerifiedIdentity(AccountKind.COMPANY, VERIFIED, FormMother.CREDIT_CODE))));

    @Test
    void checks_every_name_for_deceptive_characters() {
        LegalRepresentative person =
                new LegalRepresentative(PersonName.of("李\u3164示例"), IdType.RESIDENT_ID, null, null, null, null, null);
        QualificationForm form = new QualificationForm(
                "⼯商银⾏",
                Purpose.SELF,
                OwnerType.COMPANY,
                null,
                company("示例\uFE0F有限公司"),
                person,
                FormMother.administrator(),
                List.of(),
                null,
                null);

        assertThat(new NameCharacters().judge(form, facts))
                .extracting(Outcome::pointer, Outcome::status)
                .containsExactly(
                        tuple("/name", OutcomeStatus.FAILED),
                        tuple("/company/name", OutcomeStatus.FAILED),
                        tuple("/legalRepresentative/name", OutcomeStatus.FAILED),
                        tuple("/administrator/name", OutcomeStatus.PASSED));
    }

    @Test
    void advice_locates_deceptive_character() {
        Outcome outcome =
                new NameCharacters().judge(FormMother.named("我的⼯商"), facts).getFirst();

        assertThat(outcome.rule().code()).isEqualTo("NAME_CHARACTER_INVALID");
        assertThat(outcome.rule().adviceZh()).endsWith("第 3 个字符（U+2F2F）请改为“工”。");
        assertThat(outcome.rule().adviceEn()).endsWith("Replace character 3 (U+2F2F) with 工.");
    }

    @ParameterizedTest
    @CsvSource({
        VERIFIED + ", USE_MISMATCH, PASSED",
        FULL_WIDTH + ", USE_MISMATCH, PASSED",
        IMITATION + ", COMPANY_NAME_CONFUSABLE, FAILED",
        "另一示例有限公司, USE_MISMATCH, FAILED"
    })
    void own_use_accepts_other_widths_but_no_imitation(String name, String code, OutcomeStatus status) {
        QualificationForm form = FormMother.ownedBy(OwnerType.COMPANY, company(name));

        assertThat(new SelfUseMatchesAccount().judge(form, facts))
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.rule().code()).isEqualTo(code);
                    assertThat(outcome.status()).isEqualTo(status);
                });
    }

    @ParameterizedTest
    @CsvSource({
        FULL_WIDTH + ", THIRD_PARTY_IS_ACCOUNT, FAILED",
        IMITATION + ", COMPANY_NAME_CONFUSABLE, WARNING",
        "另一示例有限公司, THIRD_PARTY_IS_ACCOUNT, PASSED"
    })
    void leaves_confusable_third_party_name_to_reviewer(String name, String code, OutcomeStatus status) {
        Company company = new Company(name, "91330100716105852F", null, null);
        QualificationForm form = new QualificationForm(
                "资质", Purpose.THIRD_PARTY, OwnerType.COMPANY, null, company, null, null, List.of(), null, null);

        assertThat(new ThirdPartyIsAnother().judge(form, facts)).singleElement().satisfies(outcome -> {
            assertThat(outcome.rule().code()).isEqualTo(code);
            assertThat(outcome.status()).isEqualTo(status);
        });
    }

    @Test
    void applies_same_rules_to_letters() {
        LetterForm letter = letter(IMITATION, List.of("资质1", "资质l", "⼯商银⾏"));
        LetterFacts known = new LetterFacts(facts.today(), facts.documents(), true, facts.identity(), false, false);

        assertThat(new LetterParties().judge(letter, known))
                .filteredOn(outcome -> outcome.status() == OutcomeStatus.FAILED)
                .extracting(outcome -> outcome.rule().code())
                .containsExactly("COMPANY_NAME_CONFUSABLE");
        assertThat(new LetterParties().judge(letter(FULL_WIDTH, List.of()), known))
                .allMatch(outcome -> outcome.status() == OutcomeStatus.PASSED);
        assertThat(new LetterScope().judge(letter, known))
                .filteredOn(outcome -> outcome.status() == OutcomeStatus.FAILED)
                .extracting(outcome -> outcome.rule().code() + " " + outcome.pointer())
                .containsExactly("SIGN_NAME_REPEATED /signatureNames/1");
        assertThat(new LetterNameCharacters().judge(letter, known))
                .filteredOn(outcome -> outcome.status() == OutcomeStatus.FAILED)
                .extracting(Outcome::pointer)
                .containsExactly("/signatureNames/2");
    }

    private static Company company(String name) {
        return new Company(name, FormMother.CREDIT_CODE, null, null);
    }

    private static LetterForm letter(String party, List<String> signatures) {
        return new LetterForm("授权书", FormMother.COMPANY_NAME, null, PersonName.of(party), null, null, null, signatures);
    }
}
