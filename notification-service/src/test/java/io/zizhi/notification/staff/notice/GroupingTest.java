package io.zizhi.notification.staff.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.staff.notice.Grouping.Newest;
import io.zizhi.notification.staff.notice.Grouping.Step;
import io.zizhi.notification.staff.subscription.SlaKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupingTest {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

    @ParameterizedTest
    @EnumSource(names = {"WARNED", "BREACHED"})
    void the_first_warning_or_breach_waits_for_the_others_of_its_window(SlaKind kind) {
        assertThat(Grouping.next(Optional.empty(), kind, WINDOW, NOW)).isEqualTo(new Step.Open(1, NOW.plus(WINDOW)));
    }

    @Test
    void the_first_escalation_is_told_at_once() {
        assertThat(Grouping.next(Optional.empty(), SlaKind.ESCALATED, WINDOW, NOW))
                .isEqualTo(new Step.Open(1, NOW));
    }

    @Test
    void an_escalation_after_one_that_was_just_told_is_gathered() {
        assertThat(Grouping.next(newest(1, NOW), SlaKind.ESCALATED, WINDOW, NOW.plusMillis(1)))
                .isEqualTo(new Step.Open(2, NOW.plusMillis(1).plus(WINDOW)));
    }

    @Test
    void an_escalation_after_a_quiet_window_is_told_at_once_again() {
        assertThat(Grouping.next(newest(7, NOW), SlaKind.ESCALATED, WINDOW, NOW.plus(WINDOW)))
                .isEqualTo(new Step.Open(8, NOW.plus(WINDOW)));
    }

    @ParameterizedTest
    @EnumSource
    void who_comes_while_a_group_is_open_joins_it(SlaKind kind) {
        assertThat(Grouping.next(newest(3, NOW.plusMillis(1)), kind, WINDOW, NOW))
                .isEqualTo(new Step.Join(42));
    }

    @ParameterizedTest
    @EnumSource
    void who_comes_when_a_group_closes_opens_another(SlaKind kind) {
        assertThat(Grouping.next(newest(3, NOW), kind, WINDOW, NOW)).isInstanceOf(Step.Open.class);
    }

    @ParameterizedTest
    @EnumSource
    void an_hour_of_an_event_each_second_is_a_notice_per_window(SlaKind kind) {
        Set<Instant> told = new HashSet<>();
        Optional<Newest> newest = Optional.empty();
        for (int second = 0; second < 3600; second++) {
            Instant now = NOW.plusSeconds(second);
            if (Grouping.next(newest, kind, WINDOW, now) instanceof Step.Open open) {
                told.add(open.closesAt());
                newest = Optional.of(new Newest(42, open.number(), open.closesAt()));
            }
        }
        assertThat(told).hasSizeBetween(12, 13);
    }

    private static Optional<Newest> newest(long number, Instant closesAt) {
        return Optional.of(new Newest(42, number, closesAt));
    }
}
