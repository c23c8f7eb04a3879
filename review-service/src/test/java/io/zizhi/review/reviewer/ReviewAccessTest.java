package io.zizhi.review.reviewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.Submitted;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.clock.ReviewClock;
import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import io.zizhi.review.review.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewAccessTest {

    private static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
    private static final Duration TERM = Duration.ofMinutes(15);
    private static final Caller ANNA = new Caller("anna", null, Set.of(Roles.REVIEWER));
    private static final Caller BERT = new Caller("bert", null, Set.of(Roles.REVIEWER));
    private static final Caller AUDITOR = new Caller("dora", null, Set.of(Roles.AUDITOR));
    private static final Caller SUPERVISOR = new Caller("carl", null, Set.of(Roles.SUPERVISOR));

    private final Review review = Review.open(Submitted.at(START), due());
    private final Set<String> conflicted = new HashSet<>();
    private final Set<String> participants = new HashSet<>();
    private Instant now = START;
    private int questions;

    private final ReviewAccess access = new ReviewAccess(
            new Remits(new AccountIdentityRepository()) {
                @Override
                public Uni<Void> refuseConflicted(Review about, Caller reviewer) {
                    return conflicted.contains(reviewer.subject())
                            ? Uni.createFrom().failure(Problems.forbidden("REVIEWER_CONFLICTED", ""))
                            : Uni.createFrom().voidItem();
                }
            },
            new ParticipantRepository() {
                @Override
                Uni<List<Long>> withPart(Collection<Long> workOrders, String person) {
                    return Uni.createFrom().item(participants.contains(person) ? List.copyOf(workOrders) : List.of());
                }
            },
            new DatabaseTime() {
                @Override
                public Uni<Instant> now() {
                    questions++;
                    return Uni.createFrom().item(now);
                }
            });

    @Test
    void admits_only_supervisors_to_a_waiting_review() {
        admitted(SUPERVISOR);
        admitted(AUDITOR);
        refused(ANNA, "CLAIM_REQUIRED");
    }

    @Test
    void admits_the_holder_and_no_other_reviewer() {
        review.claim(ANNA, now, TERM);

        admitted(ANNA);
        admitted(SUPERVISOR);
        refused(BERT, "CLAIM_REQUIRED");
    }

    @Test
    void refuses_the_holder_when_the_lease_ends() {
        review.claim(ANNA, now, TERM);

        now = START.plus(TERM).minusNanos(1);
        admitted(ANNA);
        now = START.plus(TERM);
        refused(ANNA, "CLAIM_REQUIRED");
        review.lapse(now);
        refused(ANNA, "CLAIM_REQUIRED");
    }

    @Test
    void does_not_ask_for_the_time_when_it_is_given() {
        review.claim(ANNA, now, TERM);

        access.requireReader(review, ANNA, START).await().indefinitely();
        assertThatThrownBy(() -> access.requireReader(review, ANNA, START.plus(TERM))
                        .await()
                        .indefinitely())
                .isInstanceOf(ProblemException.class);

        assertThat(questions).isZero();
    }

    @Test
    void refuses_the_holder_of_a_review_that_was_withdrawn() {
        review.claim(ANNA, now, TERM);
        review.withdraw(now);

        refused(ANNA, "CLAIM_REQUIRED");
        admitted(SUPERVISOR);
    }

    @Test
    void admits_participants_without_a_claim() {
        review.claim(ANNA, now, TERM);
        review.decide("anna", ReviewOutcome.APPROVED, now);
        participants.add("anna");

        admitted(ANNA);
        refused(BERT, "CLAIM_REQUIRED");
    }

    @Test
    void refuses_conflicted_callers_first_whoever_they_are() {
        conflicted.addAll(Set.of("anna", "bert", "carl"));
        review.claim(ANNA, now, TERM);
        participants.add("bert");

        refused(ANNA, "REVIEWER_CONFLICTED");
        refused(BERT, "REVIEWER_CONFLICTED");
        refused(SUPERVISOR, "REVIEWER_CONFLICTED");
        refused(new Caller("bert", null, Set.of(Roles.REVIEWER, Roles.SUPERVISOR)), "REVIEWER_CONFLICTED");
    }

    private void admitted(Caller caller) {
        assertThatCode(() -> ask(caller)).doesNotThrowAnyException();
    }

    private void refused(Caller caller, String code) {
        assertThatThrownBy(() -> ask(caller)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(403);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }

    private void ask(Caller caller) {
        access.requireReader(review, caller).await().indefinitely();
    }

    private static DueTimes due() {
        ClockPolicies policies = ClockPolicies.read();
        ReviewClock clock = new ReviewClock(HolidayCalendar.of(PublishedCalendar.read()), policies.zone());
        return clock.due(
                policies.of(OwnerType.COMPANY, Purpose.SELF, ReviewSubject.QUALIFICATION)
                        .orElseThrow(),
                START);
    }
}
