package io.zizhi.review.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {

    private final ClockPolicies policies = ClockPolicies.read();
    private final ReviewClock clock = new ReviewClock(HolidayCalendar.of(PublishedCalendar.read()), policies.zone());

    @ParameterizedTest
    @CsvFileSource(resources = "/vectors/sla-targets.csv", numLinesToSkip = 1)
    void matches_the_independent_vectors(
            OffsetDateTime submittedAt, String policy, OffsetDateTime warnAt, OffsetDateTime dueAt) {
        DueTimes due = due(policy, submittedAt);

        assertThat(due.warnAt()).isEqualTo(warnAt.toInstant());
        assertThat(due.dueAt()).isEqualTo(dueAt.toInstant());
        assertThat(due.provisional()).isFalse();
        assertThat(consumed(due)).isEqualTo(policy.equals("STANDARD") ? Duration.ofHours(2) : Duration.ofHours(24));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00:00+08:00, STANDARD,   2026-11-24T13:00:00+08:00",
        "2026-11-24T19:00:00+08:00, STANDARD,   2026-11-25T10:00:00+08:00",
        "2026-09-30T18:00:00+08:00, STANDARD,   2026-09-30T21:00:00+08:00",
        "2026-09-30T18:00:01+08:00, STANDARD,   2026-10-08T09:00:01+08:00",
        "2026-11-27T10:00:00+08:00, GOVERNMENT, 2026-12-02T10:00:00+08:00",
    })
    void escalates_at_one_and_a_half_targets(OffsetDateTime submittedAt, String policy, OffsetDateTime escalateAt) {
        assertThat(due(policy, submittedAt).escalateAt()).isEqualTo(escalateAt.toInstant());
    }

    @Test
    void skips_night_and_holiday_in_the_intervals() {
        DueTimes due = due("STANDARD", OffsetDateTime.parse("2026-09-30T20:15:00+08:00"));

        assertThat(due.intervals())
                .containsExactly(
                        interval("2026-09-30T20:15:00+08:00", "2026-09-30T21:00:00+08:00"),
                        interval("2026-10-08T09:00:00+08:00", "2026-10-08T10:15:00+08:00"));
    }

    @Test
    void is_due_at_closing_time_when_used_up_there() {
        DueTimes due = due("STANDARD", OffsetDateTime.parse("2026-11-24T19:00:00+08:00"));

        assertThat(due.dueAt()).isEqualTo(Instant.parse("2026-11-24T13:00:00Z"));
        assertThat(due.intervals()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // 2027 has no calendar: 1 January is a statutory day off, 2 January an ordinary Saturday
        "2026-12-31T20:00:00+08:00, STANDARD,   2027-01-02T10:00:00+08:00, true",
        // due on 31 December, but the escalation already needs a day of 2027
        "2026-12-31T18:30:00+08:00, STANDARD,   2026-12-31T20:30:00+08:00, true",
        // the escalation ends with the last open second of the loaded year
        "2026-12-31T18:00:00+08:00, STANDARD,   2026-12-31T20:00:00+08:00, false",
        // in local time it is already 2027
        "2026-12-31T16:30:00Z,      STANDARD,   2027-01-02T11:00:00+08:00, true",
        // Friday 1 January off, then the weekend
        "2026-12-31T09:00:00+08:00, GOVERNMENT, 2027-01-04T21:00:00+08:00, true",
        "2026-12-25T09:00:00+08:00, GOVERNMENT, 2026-12-28T21:00:00+08:00, false",
        // 1 to 3 October are statutory days off; later days only by a notice
        "2027-09-30T20:30:00+08:00, STANDARD,   2027-10-04T10:30:00+08:00, true",
        // from the eve to the third day of the Spring Festival, 5 to 8 February
        "2027-02-04T20:30:00+08:00, STANDARD,   2027-02-09T10:30:00+08:00, true",
        // Qingming is a Monday, the Dragon Boat Festival a Wednesday
        "2027-04-02T09:00:00+08:00, GOVERNMENT, 2027-04-06T21:00:00+08:00, true",
        "2027-06-08T20:30:00+08:00, STANDARD,   2027-06-10T10:30:00+08:00, true",
        "2030-09-11T20:30:00+08:00, STANDARD,   2030-09-13T10:30:00+08:00, true",
        // the window of the unknown year's last day is over before the clock starts
        "2024-12-31T22:00:00+08:00, STANDARD,   2025-01-02T11:00:00+08:00, false",
        "2024-12-31T20:59:59+08:00, STANDARD,   2025-01-02T10:59:59+08:00, true",
    })
    void is_provisional_only_if_an_unknown_day_was_judged(
            OffsetDateTime from, String policy, OffsetDateTime dueAt, boolean provisional) {
        DueTimes due = due(policy, from);

        assertThat(due.dueAt()).isEqualTo(dueAt.toInstant());
        assertThat(due.provisional()).isEqualTo(provisional);
    }

    @ParameterizedTest
    @CsvSource({"COMPANY, STANDARD", "PUBLIC_INSTITUTION, GOVERNMENT", "PERSON, STANDARD"})
    void maps_every_owner_type_to_a_policy(OwnerType ownerType, String policy) {
        assertThat(policies.of(ownerType, Purpose.SELF, ReviewSubject.QUALIFICATION))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo(policy));
    }

    private DueTimes due(String policy, OffsetDateTime from) {
        return clock.due(
                policies.named(policy).orElseThrow(),
                from.withOffsetSameInstant(ZoneOffset.UTC).toInstant());
    }

    private static Duration consumed(DueTimes due) {
        return due.intervals().stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Interval interval(String from, String to) {
        return new Interval(
                OffsetDateTime.parse(from).toInstant(), OffsetDateTime.parse(to).toInstant());
    }
}
