package io.zizhi.qualification.precheck.rule.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.LetterConfig;
import io.zizhi.qualification.precheck.LetterPrecheck;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.AccountFacts;
import io.zizhi.qualification.precheck.facts.AttachedLetter;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.FactsMother;
import io.zizhi.qualification.precheck.facts.ScanFinding;
import io.zizhi.qualification.precheck.letter.LetterParties;
import io.zizhi.qualification.precheck.letter.LetterPeriod;
import io.zizhi.qualification.precheck.rule.RulesTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterAttachedTest {

    private static final long LETTER = 7;

    private final LetterAttached atSubmission = rule(LetterConfig.RequiredAt.SUBMISSION);

    @Test
    void third_party_needs_letter_unless_required_at_signature() {
        QualificationForm without = form(Purpose.THIRD_PARTY, null);

        assertThat(atSubmission.judge(without, FactsMother.good()))
                .containsExactly(LetterAttached.LETTER_MISSING.failed("/letterId"));
        assertThat(rule(LetterConfig.RequiredAt.SIGNATURE).judge(without, FactsMother.good()))
                .isEmpty();
    }

    @Test
    void rejects_letter_for_own_use() {
        assertThat(atSubmission.judge(form(Purpose.SELF, null), FactsMother.good()))
                .isEmpty();
        assertThat(atSubmission.judge(form(Purpose.SELF, LETTER), FactsMother.good()))
                .containsExactly(LetterAttached.LETTER_NOT_NEEDED.failed("/letterId"));
    }

    @Test
    void reports_unknown_letter_as_not_found() {
        assertThat(atSubmission.judge(form(Purpose.THIRD_PARTY, LETTER), FactsMother.good()))
                .containsExactly(LetterAttached.LETTER_NOT_FOUND.failed("/letterId"));
    }

    @Test
    void accepts_valid_approved_letter_of_company() {
        assertThat(judge(letter(FormMother.CREDIT_CODE, FactsMother.TODAY), true, false))
                .containsExactly(
                        LetterParties.LETTER_PARTY_MISMATCH.passed("/letterId"),
                        LetterPeriod.LETTER_EXPIRED.passed("/letter/validTo"));
    }

    @Test
    void ignores_brackets_and_spaces_in_authoriser() {
        LetterForm letter = letter("海天（中国）有限公司", FormMother.CREDIT_CODE, FactsMother.TODAY);
        Company company = new Company("海天 (中国) 有限公司", FormMother.CREDIT_CODE, null, null);

        assertThat(atSubmission.judge(form(Purpose.THIRD_PARTY, company, LETTER), facts(letter, true, false)))
                .contains(LetterParties.LETTER_PARTY_MISMATCH.passed("/letterId"));
    }

    @Test
    void rejects_expired_approved_letter() {
        assertThat(judge(letter(FormMother.CREDIT_CODE, FactsMother.TODAY.minusDays(1)), true, false))
                .contains(LetterPeriod.LETTER_EXPIRED.failed("/letter/validTo"));
    }

    @Test
    void rejects_letter_of_another_company() {
        assertThat(judge(letter("91330100716105852F", FactsMother.TODAY), true, false))
                .contains(LetterParties.LETTER_PARTY_MISMATCH.failed("/letterId"));
    }

    @Test
    void compares_no_letter_with_mistyped_credit_code() {
        QualificationForm form = form(Purpose.THIRD_PARTY, FormMother.company("91330106673959654X"), LETTER);

        assertThat(atSubmission.judge(form, facts(letter(FormMother.CREDIT_CODE, FactsMother.TODAY), true, false)))
                .containsExactly(LetterPeriod.LETTER_EXPIRED.passed("/letter/validTo"));
    }

    @Test
    void rejects_letter_already_in_review() {
        assertThat(judge(letter(FormMother.CREDIT_CODE, FactsMother.TODAY), false, true))
                .contains(LetterAttached.LETTER_IN_REVIEW.failed("/letterId"));
    }

    @Test
    void applies_letter_rules_to_unapproved_letter() {
        List<Outcome> outcomes = judge(letter(FormMother.CREDIT_CODE, FactsMother.TODAY), false, false);

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.status() == OutcomeStatus.FAILED)
                .containsExactly(SharedCodes.DOCUMENT_REQUIRED.failed("/letter/documentId"));
    }

    private List<Outcome> judge(LetterForm letter, boolean approved, boolean inReview) {
        return atSubmission.judge(form(Purpose.THIRD_PARTY, LETTER), facts(letter, approved, inReview));
    }

    private static Facts facts(LetterForm letter, boolean approved, boolean inReview) {
        AccountFacts account = new AccountFacts(
                FactsMother.good().identity(),
                Set.of(),
                Set.of(),
                false,
                List.of(),
                false,
                ScanFinding.NOT_NAMED,
                Optional.of(new AttachedLetter(LETTER, 1, 0, letter, approved, inReview, false)));
        return FactsMother.good().with(account);
    }

    /** Creates a letter without an image; its authorised party is the account of {@link FactsMother#good}. */
    private static LetterForm letter(String creditCode, LocalDate until) {
        return letter(FormMother.COMPANY_NAME, creditCode, until);
    }

    private static LetterForm letter(String authoriser, String creditCode, LocalDate until) {
        return new LetterForm(
                "授权",
                authoriser,
                creditCode,
                PersonName.of(FormMother.COMPANY_NAME),
                LocalDate.of(2025, 1, 1),
                until,
                null,
                List.of("星河示例"));
    }

    private static QualificationForm form(Purpose purpose, @Nullable Long letterId) {
        return form(purpose, FormMother.company(FormMother.CREDIT_CODE), letterId);
    }

    private static QualificationForm form(Purpose purpose, Company company, @Nullable Long letterId) {
        return new QualificationForm(
                "资质", purpose, OwnerType.COMPANY, null, company, null, null, List.of(), null, letterId);
    }

    private static LetterAttached rule(LetterConfig.RequiredAt requiredAt) {
        return new LetterAttached(new LetterPrecheck(RulesTest.LETTERS), () -> requiredAt);
    }
}
