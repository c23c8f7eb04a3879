package io.zizhi.qualification.signing.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Evidence;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.model.qualification.Restriction;
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
                    new EvidenceEnd(Evidence.LEGAL_REPRESENTATIVE, LAST_DAY),
                    new EvidenceEnd(Evidence.ADMINISTRATOR, LAST_DAY),
                    new EvidenceEnd(Evidence.AUTHORIZATION_LETTER, TODAY.minusDays(1))),
            Restriction.NONE);

    @Test
    void accepts_own_use_signature_on_valid_qualification() {
        assertThat(failed(own("星河示例", Optional.of(IN_FORCE), null, TODAY))).isEmpty();
    }

    @Test
    void rejects_qualification_without_revision_in_force() {
        assertThat(failed(own("星河示例", Optional.empty(), null, TODAY))).containsExactly("QUALIFICATION_NOT_IN_FORCE");
    }

    @Test
    void rejects_suspended_and_revoked_qualification_with_own_codes() {
        assertThat(failed(own("星河示例", restricted(Restriction.SUSPENDED), null, TODAY)))
                .containsExactly("QUALIFICATION_SUSPENDED");
        assertThat(failed(own("星河示例", restricted(Restriction.REVOKED), null, TODAY)))
                .containsExactly("QUALIFICATION_REVOKED");
    }

    private static Optional<InForce> restricted(Restriction restriction) {
        return Optional.of(new InForce(IN_FORCE.form(), IN_FORCE.ends(), restriction));
    }

    @Test
    void checks_signature_name() {
        assertThat(failed(own("测试", Optional.of(IN_FORCE), null, TODAY))).containsExactly("SIGN_NAME_INVALID");
    }

    @Test
    void rejects_deceptive_characters() {
        assertThat(failed(own("⼯商银⾏", Optional.of(IN_FORCE), null, TODAY))).containsExactly("NAME_CHARACTER_INVALID");
    }

    @Test
    void rejects_letter_for_own_use() {
        assertThat(failed(own("星河示例", Optional.of(IN_FORCE), LETTER, TODAY))).containsExactly("LETTER_NOT_NEEDED");
    }

    @Test
    void rejects_expired_revision_in_force() {
        List<Outcome> outcomes = SignatureRules.judge(own("星河示例", Optional.of(IN_FORCE), null, LAST_DAY.plusDays(1)))
                .with(OutcomeStatus.FAILED);

        assertThat(outcomes)
                .extracting(Outcome::pointer)
                .containsExactlyInAnyOrder(
                        "/qualification/company/certificate/validTo",
                        "/qualification/legalRepresentative/validTo",
                        "/qualification/administrator/validTo");
    }

    @Test
    void rejects_qualification_whose_imported_approval_has_expired() {
        InForce imported = new InForce(
                IN_FORCE.form(), List.of(new EvidenceEnd(Evidence.IMPORTED_APPROVAL, LAST_DAY)), Restriction.NONE);

        assertThat(SignatureRules.judge(own("星河示例", Optional.of(imported), null, LAST_DAY))
                        .passed())
                .isTrue();
        assertThat(SignatureRules.judge(own("星河示例", Optional.of(imported), null, LAST_DAY.plusDays(1)))
                        .with(OutcomeStatus.FAILED))
                .extracting(outcome -> outcome.rule().code())
                .containsExactly("IMPORTED_APPROVAL_EXPIRED");
    }

    @Test
    void third_party_needs_matching_approved_valid_letter() {
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
    void rejects_signature_outside_letter_scope() {
        SignatureFacts facts = third(Optional.of(letter(FormMother.CREDIT_CODE, TODAY)), true, false);
        SignatureFacts other = new SignatureFacts(
                "别的签名", TODAY, Purpose.THIRD_PARTY, facts.inForce(), LETTER, facts.letter(), true, false);

        assertThat(failed(other)).containsExactly("LETTER_SIGNATURE_SCOPE");
    }

    @Test
    void reports_missing_letter_for_third_party() {
        SignatureFacts facts = new SignatureFacts(
                "星河示例", TODAY, Purpose.THIRD_PARTY, Optional.of(IN_FORCE), null, Optional.empty(), false, false);

        assertThat(failed(facts)).containsExactly("LETTER_MISSING");
    }

    @Test
    void rejects_binding_of_signature_bound_elsewhere() {
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
