package io.zizhi.qualification.signing.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Evidence;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignatureRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate LAST_DAY = TODAY.plusYears(1);
    private static final long LETTER = 7;
    private static final InForce IN_FORCE = new InForce(
            FormMother.good(),
            List.of(
                    new EvidenceEnd(Evidence.CERTIFICATE, LAST_DAY),
                    new EvidenceEnd(Evidence.LEGAL_PERSON, LAST_DAY),
                    new EvidenceEnd(Evidence.ADMINISTRATOR, LAST_DAY),
                    new EvidenceEnd(Evidence.AUTHORIZATION_LETTER, TODAY.minusDays(1))));

    @Test
    void an_approved_and_valid_qualification_carries_a_signature_for_own_use() {
        assertThat(failed(own("星河示例", Optional.of(IN_FORCE), null, TODAY))).isEmpty();
    }

    @Test
    void without_a_revision_in_force_it_carries_none() {
        assertThat(failed(own("星河示例", Optional.empty(), null, TODAY))).containsExactly("QUALIFICATION_NOT_IN_FORCE");
    }

    @Test
    void a_signature_keeps_to_the_rules_of_names() {
        assertThat(failed(own("测试", Optional.of(IN_FORCE), null, TODAY))).containsExactly("SIGN_NAME_INVALID");
    }

    @Test
    void a_signature_has_no_deceptive_character() {
        assertThat(failed(own("⼯商银⾏", Optional.of(IN_FORCE), null, TODAY))).containsExactly("NAME_CHARACTER_INVALID");
    }

    @Test
    void own_use_takes_no_letter() {
        assertThat(failed(own("星河示例", Optional.of(IN_FORCE), LETTER, TODAY))).containsExactly("LETTER_NOT_NEEDED");
    }

    @Test
    void an_expired_revision_in_force_carries_no_new_signature() {
        List<Outcome> outcomes = SignatureRules.judge(own("星河示例", Optional.of(IN_FORCE), null, LAST_DAY.plusDays(1)))
                .with(OutcomeStatus.FAILED);

        assertThat(outcomes)
                .extracting(Outcome::pointer)
                .containsExactlyInAnyOrder(
                        "/qualification/company/certificate/validTo",
                        "/qualification/legalPerson/validTo",
                        "/qualification/administrator/validTo");
    }

    @Test
    void a_third_party_needs_an_approved_valid_letter_of_the_same_company_that_lists_the_signature() {
        assertThat(failed(third(Optional.of(letter(FormMother.CREDIT_CODE, TODAY)), true, false)))
                .isEmpty();
        assertThat(failed(third(Optional.of(letter(FormMother.CREDIT_CODE, TODAY)), false, false)))
                .containsExactly("LETTER_NOT_APPROVED");
        assertThat(failed(third(Optional.of(letter(FormMother.CREDIT_CODE, TODAY.minusDays(1))), true, false)))
                .containsExactly("LETTER_EXPIRED");
        assertThat(failed(third(Optional.of(letter("91330100716105852F", TODAY)), true, false)))
                .containsExactly("LETTER_PARTY_MISMATCH");
        assertThat(failed(third(Optional.empty(), false, false))).containsExactly("LETTER_NOT_FOUND");
    }

    @Test
    void a_signature_outside_the_scope_of_the_letter_is_not_authorised() {
        SignatureFacts facts = third(Optional.of(letter(FormMother.CREDIT_CODE, TODAY)), true, false);
        SignatureFacts other = new SignatureFacts(
                "别的签名", TODAY, Purpose.THIRD_PARTY, facts.inForce(), LETTER, facts.letter(), true, false);

        assertThat(failed(other)).containsExactly("LETTER_SIGNATURE_SCOPE");
    }

    @Test
    void a_third_party_without_a_letter_is_told_so() {
        SignatureFacts facts = new SignatureFacts(
                "星河示例", TODAY, Purpose.THIRD_PARTY, Optional.of(IN_FORCE), null, Optional.empty(), false, false);

        assertThat(failed(facts)).containsExactly("LETTER_MISSING");
    }

    @Test
    void a_signature_that_is_bound_elsewhere_is_moved_and_not_bound() {
        assertThat(failed(third(Optional.of(letter(FormMother.CREDIT_CODE, TODAY)), true, true)))
                .containsExactly("SIGNATURE_BOUND_ELSEWHERE");
    }

    private static List<String> failed(SignatureFacts facts) {
        return SignatureRules.judge(facts).with(OutcomeStatus.FAILED).stream()
                .map(outcome -> outcome.rule().code())
                .toList();
    }

    private static SignatureFacts own(
            String name, Optional<InForce> inForce, @Nullable Long letterId, LocalDate today) {
        return new SignatureFacts(name, today, Purpose.SELF, inForce, letterId, Optional.empty(), false, false);
    }

    private static SignatureFacts third(Optional<LetterForm> letter, boolean approved, boolean boundElsewhere) {
        return new SignatureFacts(
                "星河示例", TODAY, Purpose.THIRD_PARTY, Optional.of(IN_FORCE), LETTER, letter, approved, boundElsewhere);
    }

    private static LetterForm letter(String creditCode, LocalDate until) {
        return new LetterForm(
                "授权",
                FormMother.COMPANY_NAME,
                creditCode,
                PersonName.of("百川示例信息服务有限公司"),
                LocalDate.of(2025, 1, 1),
                until,
                null,
                List.of("星河示例"));
    }
}
