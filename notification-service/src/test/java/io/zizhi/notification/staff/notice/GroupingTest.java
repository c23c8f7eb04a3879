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
    void collects_warnings_and_breaches_for_the_window(SlaKind kind) {
        assertThat(Grouping.next(Optional.empty(), kind, WINDOW, NOW)).isEqualTo(new Step.Open(1, NOW.plus(WINDOW)));
    }

    @Test
    void sends_the_first_escalation_at_once() {
        assertThat(Grouping.next(Optional.empty(), SlaKind.ESCALATED, WINDOW, NOW))
                .isEqualTo(new Step.Open(1, NOW));
    }

    @Test
    void collects_an_escalation_soon_after_another() {
        assertThat(Grouping.next(newest(1, NOW), SlaKind.ESCALATED, WINDOW, NOW.plusMillis(1)))
                .isEqualTo(new Step.Open(2, NOW.plusMillis(1).plus(WINDOW)));
    }

    @Test
    void sends_an_escalation_at_once_after_a_quiet_window() {
        assertThat(Grouping.next(newest(7, NOW), SlaKind.ESCALATED, WINDOW, NOW.plus(WINDOW)))
                .isEqualTo(new Step.Open(8, NOW.plus(WINDOW)));
    }

    @ParameterizedTest
    @EnumSource
    void joins_the_open_group(SlaKind kind) {
        assertThat(Grouping.next(newest(3, NOW.plusMillis(1)), kind, WINDOW, NOW))
                .isEqualTo(new Step.Join(42));
    }

    @ParameterizedTest
    @EnumSource
    void opens_another_group_when_one_closes(SlaKind kind) {
        assertThat(Grouping.next(newest(3, NOW), kind, WINDOW, NOW)).isInstanceOf(Step.Open.class);
    }

    @ParameterizedTest
    @EnumSource
    void makes_one_notice_per_window_under_load(SlaKind kind) {
        Set<Instant> notified = new HashSet<>();
        Optional<Newest> newest = Optional.empty();
        for (int second = 0; second < 3600; second++) {
            Instant now = NOW.plusSeconds(second);
            if (Grouping.next(newest, kind, WINDOW, now) instanceof Step.Open open) {
                notified.add(open.closesAt());
                newest = Optional.of(new Newest(42, open.number(), open.closesAt()));
            }
        }
        assertThat(notified).hasSizeBetween(12, 13);
    }

    private static Optional<Newest> newest(long number, Instant closesAt) {
        return Optional.of(new Newest(42, number, closesAt));
    }
}
