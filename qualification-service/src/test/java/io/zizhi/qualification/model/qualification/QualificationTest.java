package io.zizhi.qualification.model.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.QualificationForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QualificationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private static final Optional<LocalDate> FIRST_END = Optional.of(LocalDate.of(2030, 1, 1));

    private final QualificationForm form = FormMother.good();
    private final Qualification qualification = Qualification.draft(1, "company-a", form, FIRST_END, 11, NOW);

    @Test
    void submission_freezes_working_copy() {
        qualification.submit(form, NOW);

        assertThat(qualification.status()).isEqualTo(QualificationStatus.IN_REVIEW);
        assertThat(qualification.workingRevision()).isEmpty();
        assertThat(qualification.currentRevision()).contains(11L);
        assertThat(qualification.version()).isEqualTo(2);
        assertThat(qualification.nextNumber()).isEqualTo(2);
    }

    @Test
    void imported_qualification_is_approved_and_in_force() {
        Qualification imported = Qualification.imported(1, "company-a", form, FIRST_END, 11, NOW);

        assertThat(imported.status()).isEqualTo(QualificationStatus.APPROVED);
        assertThat(imported.inForceRevision()).contains(11L);
        assertThat(imported.currentRevision()).contains(11L);
        assertThat(imported.workingRevision()).isEmpty();
        assertThat(imported.expiresOn()).isEqualTo(FIRST_END);
        imported.edit(form, FIRST_END, 12, NOW);
        imported.submit(form, NOW);
        assertThat(imported.status()).isEqualTo(QualificationStatus.IN_REVIEW);
        assertThat(imported.inForceRevision()).contains(11L);
    }

    @Test
    void in_review_allows_only_withdrawal_and_decision() {
        qualification.submit(form, NOW);

        refused("ILLEGAL_TRANSITION", 409, () -> qualification.edit(form, FIRST_END, 12, NOW));
        refused("ILLEGAL_TRANSITION", 409, () -> qualification.submit(form, NOW));
        refused("ILLEGAL_TRANSITION", 409, () -> qualification.delete(NOW));
        assertThat(qualification.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(ReviewOutcome.class)
    void rejects_decision_outside_review(ReviewOutcome outcome) {
        refused("ILLEGAL_TRANSITION", 409, () -> qualification.decide(outcome, FIRST_END, NOW));
        qualification.submit(form, NOW);
        qualification.withdraw(12, NOW);
        refused("ILLEGAL_TRANSITION", 409, () -> qualification.decide(outcome, FIRST_END, NOW));
        refused("ILLEGAL_TRANSITION", 409, () -> qualification.withdraw(12, NOW));
    }

    @Test
    void approved_revision_stays_in_force_during_amendment_review() {
        qualification.submit(form, NOW);
        qualification.decide(ReviewOutcome.APPROVED, FIRST_END, NOW);
        refused("NOTHING_CHANGED", 409, () -> qualification.submit(form, NOW));

        qualification.edit(form, FIRST_END, 12, NOW);
        assertThat(qualification.status()).isEqualTo(QualificationStatus.APPROVED);
        qualification.submit(form, NOW);
        assertThat(qualification.inForceRevision()).contains(11L);
        qualification.decide(ReviewOutcome.REJECTED, FIRST_END, NOW);
        assertThat(qualification.inForceRevision()).contains(11L);

        qualification.edit(form, FIRST_END, 13, NOW);
        qualification.submit(form, NOW);
        qualification.decide(ReviewOutcome.APPROVED, FIRST_END, NOW);
        assertThat(qualification.inForceRevision()).contains(13L);
    }

    @Test
    void restricts_only_what_is_in_force() {
        refused("NOT_IN_FORCE", 409, () -> qualification.restrict(Restriction.SUSPENDED, NOW));
        qualification.submit(form, NOW);
        qualification.decide(ReviewOutcome.APPROVED, FIRST_END, NOW);
        refused("RESTRICTION_NOT_ALLOWED", 409, () -> qualification.restrict(Restriction.NONE, NOW));

        long before = qualification.version();
        qualification.restrict(Restriction.SUSPENDED, NOW);
        assertThat(qualification.version()).isEqualTo(before + 1);
        assertThat(qualification.status()).isEqualTo(QualificationStatus.APPROVED);
        refused("RESTRICTION_NOT_ALLOWED", 409, () -> qualification.restrict(Restriction.SUSPENDED, NOW));

        qualification.restrict(Restriction.NONE, NOW);
        qualification.restrict(Restriction.REVOKED, NOW);
        refused("RESTRICTION_NOT_ALLOWED", 409, () -> qualification.restrict(Restriction.NONE, NOW));
    }

    @ParameterizedTest
    @EnumSource(
            value = Restriction.class,
            names = {"SUSPENDED", "REVOKED"})
    void approved_amendment_ends_revocation_but_no_suspension(Restriction restriction) {
        qualification.submit(form, NOW);
        qualification.decide(ReviewOutcome.APPROVED, FIRST_END, NOW);
        qualification.restrict(restriction, NOW);

        qualification.edit(form, FIRST_END, 12, NOW);
        qualification.submit(form, NOW);
        qualification.decide(ReviewOutcome.REJECTED, FIRST_END, NOW);
        assertThat(qualification.restriction()).isEqualTo(restriction);

        qualification.edit(form, FIRST_END, 13, NOW);
        qualification.submit(form, NOW);
        qualification.decide(ReviewOutcome.APPROVED, FIRST_END, NOW);
        assertThat(qualification.restriction())
                .isEqualTo(restriction == Restriction.REVOKED ? Restriction.NONE : Restriction.SUSPENDED);
    }

    @Test
    void expiry_date_follows_revision_in_force_or_shown() {
        Optional<LocalDate> later = Optional.of(LocalDate.of(2035, 1, 1));
        assertThat(qualification.expiresOn()).isEqualTo(FIRST_END);
        qualification.edit(form, Optional.empty(), 11, NOW);
        assertThat(qualification.expiresOn()).isEmpty();

        qualification.submit(form, NOW);
        qualification.decide(ReviewOutcome.APPROVED, FIRST_END, NOW);
        qualification.edit(form, later, 12, NOW);
        qualification.submit(form, NOW);
        qualification.decide(ReviewOutcome.REJECTED, later, NOW);
        assertThat(qualification.expiresOn()).isEqualTo(FIRST_END);

        qualification.edit(form, later, 13, NOW);
        qualification.submit(form, NOW);
        qualification.decide(ReviewOutcome.APPROVED, later, NOW);
        assertThat(qualification.expiresOn()).isEqualTo(later);
    }

    @Test
    void discarding_amendment_restores_revision_in_force() {
        qualification.submit(form, NOW);
        refused("ILLEGAL_TRANSITION", 409, () -> qualification.discardAmendment(form, NOW));
        qualification.decide(ReviewOutcome.APPROVED, FIRST_END, NOW);
        refused("NOTHING_TO_DISCARD", 409, () -> qualification.discardAmendment(form, NOW));

        qualification.edit(form, FIRST_END, 12, NOW);
        qualification.discardAmendment(form, NOW);
        assertThat(qualification.workingRevision()).isEmpty();
        assertThat(qualification.currentRevision()).contains(11L);

        qualification.edit(form, FIRST_END, 13, NOW);
        qualification.submit(form, NOW);
        qualification.decide(ReviewOutcome.SUPPLEMENT_REQUESTED, FIRST_END, NOW);
        qualification.discardAmendment(form, NOW);
        assertThat(qualification.status()).isEqualTo(QualificationStatus.APPROVED);
        assertThat(qualification.shownRevision()).isEqualTo(11);
        assertThat(qualification.nextNumber()).isEqualTo(3);
    }

    @Test
    void rejects_discarding_before_first_approval() {
        refused("ILLEGAL_TRANSITION", 409, () -> qualification.discardAmendment(form, NOW));
        qualification.submit(form, NOW);
        qualification.decide(ReviewOutcome.REJECTED, FIRST_END, NOW);

        refused("NOT_IN_FORCE", 409, () -> qualification.discardAmendment(form, NOW));
    }

    @ParameterizedTest
    @EnumSource(value = ReviewOutcome.class, mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
    void resubmits_after_rejection_or_supplement_request(ReviewOutcome outcome) {
        qualification.submit(form, NOW);
        qualification.decide(outcome, FIRST_END, NOW);
        refused("NOTHING_CHANGED", 409, () -> qualification.submit(form, NOW));
        qualification.edit(form, FIRST_END, 12, NOW);
        qualification.submit(form, NOW);

        assertThat(qualification.status()).isEqualTo(QualificationStatus.IN_REVIEW);
        assertThat(qualification.awaitsDecisionOn(12)).isTrue();
        assertThat(qualification.awaitsDecisionOn(11)).isFalse();
    }

    @Test
    void submits_withdrawn_form_as_it_is() {
        qualification.submit(form, NOW);
        qualification.withdraw(12, NOW);
        assertThat(qualification.shownRevision()).isEqualTo(12);

        qualification.submit(form, NOW);

        assertThat(qualification.status()).isEqualTo(QualificationStatus.IN_REVIEW);
        assertThat(qualification.awaitsDecisionOn(12)).isTrue();
    }

    @Test
    void fixes_name_purpose_and_credit_code_at_first_submission() {
        QualificationForm renamed = FormMother.named("另一个名称");
        qualification.edit(renamed, FIRST_END, 11, NOW);
        qualification.edit(form, FIRST_END, 11, NOW);
        qualification.submit(form, NOW);
        qualification.withdraw(12, NOW);

        assertThatThrownBy(() -> qualification.edit(renamed, FIRST_END, 12, NOW))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(422);
                    assertThat(refusal.code()).isEqualTo("FIELD_FIXED");
                    assertThat(refusal.violations())
                            .extracting(Violation::pointer)
                            .containsExactly("/name", "/company/creditCode");
                });
    }

    @Test
    void rejects_stale_version() {
        assertThat(qualification.requireVersion(1)).isSameAs(qualification);
        refused("STALE_VERSION", 412, () -> qualification.requireVersion(2));
    }

    private static void refused(String code, int status, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.status()).isEqualTo(status);
        });
    }
}
