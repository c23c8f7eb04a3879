package io.zizhi.review.decision.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.review.Submitted;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import io.zizhi.review.review.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionFigureTest {

    /** 20:00 at the desk; due at 10:00 the next morning. */
    private static final Instant EVENING = Instant.parse("2026-11-24T12:00:00Z");

    private static final Instant DUE = Instant.parse("2026-11-25T02:00:00Z");
    private static final Duration TERM = Duration.ofMinutes(15);
    private static final Caller ANNA = new Caller("anna", null, Set.of(Roles.REVIEWER));

    private final ClockPolicies policies = ClockPolicies.read();
    private final ClockData data = data(policies);
    private final ClockPolicy standard = policies.named("STANDARD").orElseThrow();
    private final Review review = Review.open(Submitted.at(EVENING), data.due(standard, EVENING));

    @Test
    void counts_the_night_as_wall_clock_time_only() {
        DecisionFigure figure = figure(Instant.parse("2026-11-25T01:30:00Z"), data);

        assertThat(figure.wallTime()).isEqualTo(Duration.ofHours(13).plusMinutes(30));
        assertThat(figure.openTime()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void is_breached_after_the_due_instant_without_its_timer() {
        assertThat(figure(DUE, data).breached()).isFalse();
        assertThat(figure(DUE.plusMillis(1), data).breached()).isTrue();
    }

    @Test
    void keeps_the_first_touch_of_the_first_reviewer() {
        assertThat(figure(DUE, data).firstTouch()).isNull();
        review.claim(ANNA, EVENING.plusSeconds(90), TERM);
        review.release("anna", EVENING.plusSeconds(100));
        review.reassign("bert", "supervisor", EVENING.plusSeconds(500), TERM);

        assertThat(figure(DUE, data).firstTouch()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void counts_an_assignment_as_a_touch() {
        review.reassign("bert", "supervisor", EVENING.plusSeconds(500), TERM);

        assertThat(figure(DUE, data).firstTouch()).isEqualTo(Duration.ofSeconds(500));
    }

    @Test
    void measures_zero_for_a_decision_before_the_submission() {
        DecisionFigure figure = figure(EVENING.minusSeconds(3), data);

        assertThat(figure.wallTime()).isZero();
        assertThat(figure.openTime()).isZero();
    }

    @Test
    void has_no_open_time_without_the_policy() {
        ClockPolicies other = policies.with(List.of(policies.named("GOVERNMENT").orElseThrow()), null);

        assertThat(figure(DUE, data(other)).openTime()).isNull();
    }

    @Test
    void counts_a_repeated_code_once() {
        DecisionFigure figure =
                DecisionFigure.of(review, "anna", ReviewOutcome.REJECTED, List.of("B", "A", "B"), DUE, data);

        assertThat(figure.codes()).containsExactly("A", "B");
    }

    private DecisionFigure figure(Instant decidedAt, ClockData by) {
        return DecisionFigure.of(review, "anna", ReviewOutcome.APPROVED, List.of(), decidedAt, by);
    }

    private static ClockData data(ClockPolicies policies) {
        return new ClockData(1, policies, Map.of(), HolidayCalendar.of(PublishedCalendar.read()), Map.of(), 1);
    }
}
