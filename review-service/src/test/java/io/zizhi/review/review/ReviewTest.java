package io.zizhi.review.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.contracts.DecisionProposed;
import io.zizhi.contracts.DecisionReturned;
import io.zizhi.contracts.ExtensionReason;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.ReviewCancelled;
import io.zizhi.contracts.ReviewClaimed;
import io.zizhi.contracts.ReviewEvent;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewReassigned;
import io.zizhi.contracts.ReviewReleased;
import io.zizhi.contracts.ReviewReopened;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.contracts.SlaBreached;
import io.zizhi.contracts.SlaExtended;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.review.Submitted;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.clock.PolicyAllocation;
import io.zizhi.review.clock.ReviewClock;
import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewTest {

    private static final Duration TERM = Duration.ofMinutes(15);
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Caller ANNA = reviewer("anna", null);
    private static final Caller BERT = reviewer("bert", null);

    private final QualificationSubmitted submission = Submitted.at(NOW);
    private final Review review = open(submission);

    @Test
    void opens_a_review_and_publishes_its_due_times() {
        assertThat(review.status()).isEqualTo(ReviewStatus.OPEN);
        assertThat(review.opened().openedAt()).isEqualTo(NOW);
        assertThat(review.opened().dueAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(review.opened().policy()).isEqualTo("STANDARD");
    }

    @Test
    void gives_a_claimed_review_to_its_reviewer_for_the_term() {
        assertThat(review.claim(ANNA, NOW, TERM))
                .containsExactly(new ReviewClaimed(
                        submission.workOrder(), submission.qualificationId(), "anna", NOW.plus(TERM)));
        assertThat(review.status()).isEqualTo(ReviewStatus.CLAIMED);
    }

    @Test
    void a_claimed_review_cannot_be_claimed_by_another() {
        review.claim(ANNA, NOW, TERM);

        refused(409, "REVIEW_CLAIMED", () -> review.claim(BERT, NOW.plusSeconds(1), TERM));
    }

    @Test
    void renews_the_lease_without_an_event_when_claimed_again() {
        review.claim(ANNA, NOW, TERM);

        assertThat(review.claim(ANNA, NOW.plusSeconds(60), TERM)).isEmpty();
        assertThat(review.lease().endsAt()).isEqualTo(NOW.plusSeconds(60).plus(TERM));
    }

    @Test
    void a_lease_ends_with_its_last_instant() {
        review.claim(ANNA, NOW, TERM);

        assertThat(review.lapse(NOW.plus(TERM).minusNanos(1))).isEmpty();
        assertThat(review.lapse(NOW.plus(TERM)))
                .contains(new ReviewReleased(
                        submission.workOrder(), submission.qualificationId(), "anna", true, NOW.plus(TERM)));
        assertThat(review.status()).isEqualTo(ReviewStatus.OPEN);
    }

    @Test
    void publishes_release_and_claim_on_takeover_of_an_expired_claim() {
        review.claim(ANNA, NOW, TERM);

        assertThat(review.claim(BERT, NOW.plus(TERM), TERM))
                .hasExactlyElementsOfTypes(ReviewReleased.class, ReviewClaimed.class);
        assertThat(review.lease().reviewerId()).isEqualTo("bert");
    }

    @Test
    void tells_the_last_holder_that_the_lease_expired() {
        review.claim(ANNA, NOW, TERM);
        Instant late = NOW.plus(TERM);

        refused(409, "LEASE_EXPIRED", () -> review.decide("anna", ReviewOutcome.APPROVED, late));
        review.lapse(late);
        refused(409, "LEASE_EXPIRED", () -> review.renew("anna", late, TERM));
        refused(409, "LEASE_REQUIRED", () -> review.renew("bert", late, TERM));
    }

    @Test
    void lets_only_the_holder_renew_release_or_decide() {
        review.claim(ANNA, NOW, TERM);

        refused(409, "LEASE_REQUIRED", () -> review.renew("bert", NOW, TERM));
        refused(409, "LEASE_REQUIRED", () -> review.release("bert", NOW));
        refused(409, "LEASE_REQUIRED", () -> review.decide("bert", ReviewOutcome.APPROVED, NOW));
        assertThat(review.status()).isEqualTo(ReviewStatus.CLAIMED);
    }

    @Test
    void an_open_review_cannot_be_decided() {
        refused(409, "LEASE_REQUIRED", () -> review.decide("anna", ReviewOutcome.APPROVED, NOW));
    }

    @Test
    void nobody_claims_a_submission_of_their_own_account() {
        Caller conflicted = reviewer("carl", submission.accountId());

        refused(403, "REVIEWER_CONFLICTED", () -> review.claim(conflicted, NOW, TERM));
        assertThat(review.status()).isEqualTo(ReviewStatus.OPEN);
    }

    @Test
    void keeps_added_time_when_the_clock_is_recomputed() {
        ClockData data = new ClockData(
                7, ClockPolicies.read(), Map.of(), HolidayCalendar.of(PublishedCalendar.read()), Map.of(), 1);

        SlaExtended published = review.extend(data, Duration.ofHours(2), ExtensionReason.HIGH_VOLUME, "sue", NOW);

        assertThat(published.dueAt()).isEqualTo(NOW.plus(Duration.ofHours(4)));
        assertThat(review.clockRevision()).isEqualTo(7);
        assertThat(review.computed(data))
                .hasValueSatisfying(due -> assertThat(review.wouldMove(due)).isFalse());
    }

    @Test
    void moves_a_review_once_when_the_allocation_changes() {
        ClockData data = data(8, new PolicyAllocation(List.of(rule("GOVERNMENT"))));

        Optional<SlaRescheduled> published = review.follow(data, NOW);

        assertThat(published).hasValueSatisfying(event -> {
            assertThat(event.policy()).isEqualTo("GOVERNMENT");
            assertThat(event.previousDueAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
            assertThat(event.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(2)));
        });
        assertThat(review.sla().policy()).isEqualTo("GOVERNMENT");
        assertThat(review.clockRevision()).isEqualTo(8);
        assertThat(review.follow(data, NOW)).isEmpty();
    }

    @Test
    void keeps_its_policy_without_an_allocation() {
        assertThat(review.follow(data(8, null), NOW)).isEmpty();
        assertThat(review.sla().policy()).isEqualTo("STANDARD");
        assertThat(review.clockRevision()).isEqualTo(8);
    }

    @Test
    void ignores_older_clock_data() {
        review.follow(data(8, new PolicyAllocation(List.of(rule("GOVERNMENT")))), NOW);

        assertThat(review.follow(data(7, new PolicyAllocation(List.of(rule("STANDARD")))), NOW))
                .isEmpty();
        assertThat(review.sla().policy()).isEqualTo("GOVERNMENT");
        assertThat(review.clockRevision()).isEqualTo(8);
    }

    private static ClockData data(long revision, @org.jspecify.annotations.Nullable PolicyAllocation allocation) {
        ClockPolicies policies = ClockPolicies.read();
        return new ClockData(
                revision,
                policies.with(policies.policies(), allocation),
                Map.of(),
                HolidayCalendar.of(PublishedCalendar.read()),
                Map.of(),
                2);
    }

    private static PolicyAllocation.Rule rule(String policy) {
        return new PolicyAllocation.Rule(List.of(), List.of(), List.of(), policy);
    }

    @Test
    void reassigns_a_review_to_others_and_to_the_queue() {
        review.claim(ANNA, NOW, TERM);

        assertThat(review.reassign("bert", "sue", NOW, TERM)).hasExactlyElementsOfTypes(ReviewReassigned.class);
        assertThat(review.lease().reviewerId()).isEqualTo("bert");
        assertThat(review.reassign("bert", "sue", NOW, TERM)).isEmpty();
        assertThat(review.reassign(null, "sue", NOW.plus(TERM), TERM))
                .as("its lease expired, so it is already in the queue")
                .hasExactlyElementsOfTypes(ReviewReleased.class);
        assertThat(review.status()).isEqualTo(ReviewStatus.OPEN);
    }

    @Test
    void a_decided_review_stays_decided() {
        decided();

        refused(409, "REVIEW_DECIDED", () -> review.claim(BERT, NOW, TERM));
        refused(409, "REVIEW_DECIDED", () -> review.release("anna", NOW));
        refused(409, "REVIEW_DECIDED", () -> review.decide("anna", ReviewOutcome.REJECTED, NOW));
    }

    @Test
    void a_withdrawn_review_cannot_be_decided() {
        review.claim(ANNA, NOW, TERM);

        assertThat(review.withdraw(NOW))
                .contains(new ReviewCancelled(submission.workOrder(), submission.qualificationId(), NOW));
        refused(409, "REVIEW_CANCELLED", () -> review.decide("anna", ReviewOutcome.APPROVED, NOW));
        refused(409, "REVIEW_CANCELLED", () -> review.claim(BERT, NOW, TERM));
    }

    @Test
    void a_withdrawal_after_the_decision_marks_it_superseded() {
        decided();

        assertThat(review.withdraw(NOW.plusSeconds(5))).isEmpty();
        assertThat(review.status()).isEqualTo(ReviewStatus.DECIDED);
        assertThat(review.supersededAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void waits_for_a_second_reviewer_who_confirms_the_proposal() {
        proposed();
        assertThat(review.status()).isEqualTo(ReviewStatus.PROPOSED);
        refused(403, "REVIEWER_PROPOSED", () -> review.claim(ANNA, NOW, TERM));
        refused(403, "REVIEWER_PROPOSED", () -> review.confirm("anna", ReviewOutcome.APPROVED, NOW));
        refused(409, "LEASE_REQUIRED", () -> review.confirm("bert", ReviewOutcome.APPROVED, NOW));

        review.claim(BERT, NOW, TERM);
        assertThat(review.status()).isEqualTo(ReviewStatus.PROPOSED);
        refused(409, "REVIEW_PROPOSED", () -> review.decide("bert", ReviewOutcome.APPROVED, NOW));
        review.confirm("bert", ReviewOutcome.APPROVED, NOW);

        assertThat(review.status()).isEqualTo(ReviewStatus.DECIDED);
        assertThat(review.outcome()).isEqualTo(ReviewOutcome.APPROVED);
        assertThat(review.proposerId()).isNull();
    }

    @Test
    void a_returned_proposal_opens_the_review_for_everybody() {
        proposed();
        review.claim(BERT, NOW, TERM);

        assertThat(review.returnProposal("bert", NOW))
                .isEqualTo(new DecisionReturned(
                        submission.workOrder(),
                        submission.qualificationId(),
                        "anna",
                        "bert",
                        NOW,
                        ReviewSubject.QUALIFICATION,
                        null));
        assertThat(review.status()).isEqualTo(ReviewStatus.OPEN);
        assertThat(review.claim(ANNA, NOW, TERM)).hasSize(1);
    }

    @Test
    void keeps_the_proposal_when_the_second_reviewer_leaves() {
        proposed();
        review.claim(BERT, NOW, TERM);
        review.release("bert", NOW);
        assertThat(review.status()).isEqualTo(ReviewStatus.PROPOSED);

        review.claim(BERT, NOW, TERM);
        assertThat(review.lapse(NOW.plus(TERM))).isPresent();
        assertThat(review.status()).isEqualTo(ReviewStatus.PROPOSED);
        refused(409, "LEASE_EXPIRED", () -> review.confirm("bert", ReviewOutcome.APPROVED, NOW.plus(TERM)));
    }

    @Test
    void cancels_a_proposed_review_on_withdrawal() {
        proposed();
        assertThat(review.reach(SlaStage.BREACH, NOW)).isPresent();

        assertThat(review.withdraw(NOW)).isPresent();
        assertThat(review.status()).isEqualTo(ReviewStatus.CANCELLED);
        refused(409, "REVIEW_CANCELLED", () -> review.confirm("bert", ReviewOutcome.APPROVED, NOW));
    }

    @Test
    void refuses_to_confirm_or_return_without_a_proposal() {
        review.claim(BERT, NOW, TERM);

        refused(409, "NOTHING_PROPOSED", () -> review.confirm("bert", ReviewOutcome.APPROVED, NOW));
        refused(409, "NOTHING_PROPOSED", () -> review.returnProposal("bert", NOW));
    }

    @Test
    void assigns_a_proposal_to_anyone_but_its_proposer() {
        proposed();

        refused(409, "ASSIGNEE_PROPOSED", () -> review.reassign("anna", "sue", NOW, TERM));
        assertThat(review.reassign("bert", "sue", NOW, TERM)).hasExactlyElementsOfTypes(ReviewReassigned.class);
        assertThat(review.status()).isEqualTo(ReviewStatus.PROPOSED);
        assertThat(review.reassign("carl", "sue", NOW, TERM)).hasExactlyElementsOfTypes(ReviewReassigned.class);
        assertThat(review.lease().reviewerId()).isEqualTo("carl");
        assertThat(review.reassign(null, "sue", NOW, TERM)).hasExactlyElementsOfTypes(ReviewReassigned.class);

        assertThat(review.status()).isEqualTo(ReviewStatus.PROPOSED);
        assertThat(review.proposerId()).isEqualTo("anna");
    }

    private void proposed() {
        review.claim(ANNA, NOW, TERM);
        assertThat(review.propose("anna", NOW))
                .isEqualTo(new DecisionProposed(
                        submission.workOrder(),
                        submission.qualificationId(),
                        "anna",
                        NOW,
                        ReviewSubject.QUALIFICATION,
                        null));
    }

    @Test
    void undoes_a_decision_until_it_is_published() {
        decided();
        Instant until = NOW.plusSeconds(60);
        review.holdUntil(until);
        assertThat(review.publish(until.minusNanos(1))).isFalse();

        assertThat(review.undo(ANNA, true, until.minusNanos(1)))
                .isEqualTo(new ReviewReopened(
                        submission.workOrder(),
                        submission.qualificationId(),
                        "anna",
                        until.minusNanos(1),
                        ReviewSubject.QUALIFICATION,
                        null,
                        true));

        assertThat(review.status()).isEqualTo(ReviewStatus.OPEN);
        assertThat(review.outcome()).isNull();
        assertThat(review.publish(until)).isFalse();
        refused(409, "NOTHING_DECIDED", () -> review.undo(ANNA, false, NOW));
        assertThat(review.claim(BERT, until, TERM)).hasSize(1);
    }

    @Test
    void records_an_urge_during_the_undo_window() {
        decided();
        Instant until = NOW.plusSeconds(60);
        review.holdUntil(until);

        review.urge(NOW);
        review.undo(ANNA, false, until.minusNanos(1));

        assertThat(review.urgedAt()).isEqualTo(NOW);
    }

    @Test
    void records_one_urge_and_none_after_publication() {
        review.urge(NOW);
        review.urge(NOW.plusSeconds(1));
        assertThat(review.urgedAt()).isEqualTo(NOW);

        Review published = open(submission);
        published.claim(ANNA, NOW, TERM);
        published.decide("anna", ReviewOutcome.APPROVED, NOW);
        published.urge(NOW);
        assertThat(published.urgedAt()).isNull();
    }

    @Test
    void refuses_to_undo_a_published_or_withdrawn_decision() {
        decided();
        refused(409, "UNDO_TOO_LATE", () -> review.undo(ANNA, false, NOW));
        Instant until = NOW.plusSeconds(60);
        review.holdUntil(until);
        refused(409, "UNDO_TOO_LATE", () -> review.undo(ANNA, false, until));
        assertThat(review.publish(until)).isTrue();
        assertThat(review.publish(until)).isFalse();
        refused(409, "UNDO_TOO_LATE", () -> review.undo(ANNA, false, NOW));
        review.withdraw(NOW);
        refused(409, "REVIEW_SUPERSEDED", () -> review.undo(ANNA, false, NOW));
    }

    @Test
    void never_publishes_a_decision_withdrawn_during_the_undo_window() {
        decided();
        review.holdUntil(NOW.plusSeconds(60));

        assertThat(review.withdraw(NOW))
                .contains(new ReviewCancelled(submission.workOrder(), submission.qualificationId(), NOW));

        assertThat(review.status()).isEqualTo(ReviewStatus.DECIDED);
        assertThat(review.supersededAt()).isEqualTo(NOW);
        assertThat(review.publish(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void refuses_to_undo_for_the_submitting_account() {
        decided();
        review.holdUntil(NOW.plusSeconds(60));

        refused(403, "REVIEWER_CONFLICTED", () -> review.undo(reviewer("carl", submission.accountId()), false, NOW));
    }

    @Test
    void flags_and_publishes_a_reached_stage() {
        assertThat(review.reach(SlaStage.BREACH, NOW.plusSeconds(7_200)))
                .contains(new SlaBreached(
                        submission.workOrder(),
                        submission.qualificationId(),
                        NOW.plusSeconds(7_200),
                        NOW.plusSeconds(7_200)));
        assertThat(review.sla().breachedAt()).isEqualTo(NOW.plusSeconds(7_200));
        assertThat(review.sla().warnedAt()).isNull();
    }

    @Test
    void marks_all_events_of_a_letter_review_as_letter() {
        AuthorizationLetterSubmitted letter = Submitted.letter();
        Review alone = Review.open(letter, due(letter.ownerType(), letter.submittedAt()));

        List<ReviewEvent> happened = new ArrayList<>();
        happened.add(alone.opened());
        happened.addAll(alone.claim(ANNA, NOW, TERM));
        happened.add(alone.release("anna", NOW));
        happened.addAll(alone.claim(ANNA, NOW, TERM));
        alone.lapse(NOW.plus(TERM)).ifPresent(happened::add);
        for (SlaStage stage : SlaStage.values()) {
            alone.reach(stage, NOW).ifPresent(happened::add);
        }
        alone.withdraw(NOW).ifPresent(happened::add);

        assertThat(happened).hasSize(9).allSatisfy(event -> {
            assertThat(event.subject()).isEqualTo(ReviewSubject.LETTER);
            assertThat(event.letterId()).isEqualTo(letter.letterId());
            assertThat(event.qualificationId()).isEqualTo(letter.letterId());
        });
    }

    @Test
    void names_the_carried_letter_in_all_events() {
        Review both = open(Submitted.withLetter(77_010));

        assertThat(both.claim(ANNA, NOW, TERM)).singleElement().satisfies(event -> {
            assertThat(event.subject()).isEqualTo(ReviewSubject.QUALIFICATION);
            assertThat(event.letterId()).isEqualTo(77_010);
        });
    }

    @ParameterizedTest
    @EnumSource(SlaStage.class)
    void reaches_no_stage_after_the_review_is_finished(SlaStage stage) {
        decided();

        assertThat(review.reach(stage, NOW)).isEmpty();
    }

    @Test
    void gives_each_lease_its_own_timer_cycle() {
        assertThat(review.nextLeaseCycle()).isEqualTo(1);
        review.claim(ANNA, NOW, TERM);
        review.release("anna", NOW);
        assertThat(review.nextLeaseCycle()).isEqualTo(2);
    }

    private void decided() {
        review.claim(ANNA, NOW, TERM);
        review.decide("anna", ReviewOutcome.APPROVED, NOW.plusSeconds(1));
    }

    private static Review open(QualificationSubmitted submission) {
        return Review.open(submission, due(submission.ownerType(), submission.submittedAt()));
    }

    private static DueTimes due(OwnerType owner, Instant submittedAt) {
        ClockPolicies policies = ClockPolicies.read();
        ReviewClock clock = new ReviewClock(HolidayCalendar.of(PublishedCalendar.read()), policies.zone());
        return clock.due(
                policies.of(owner, Purpose.SELF, ReviewSubject.QUALIFICATION).orElseThrow(), submittedAt);
    }

    private static Caller reviewer(String subject, @org.jspecify.annotations.Nullable String account) {
        return new Caller(subject, account, Set.of(Roles.REVIEWER));
    }

    private static void refused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }
}
