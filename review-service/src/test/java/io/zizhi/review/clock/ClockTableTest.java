package io.zizhi.review.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk with its own policy table. */
class ClockTableTest {

    @TempDir
    Path folder;

    @Test
    void counts_every_second_of_a_desk_that_never_closes() throws IOException {
        ClockPolicies policies = ClockPolicies.read(table("QUICK", "QUICK"));
        ReviewClock clock = new ReviewClock(HolidayCalendar.of(PublishedCalendar.read()), policies.zone());

        // the last seconds of a holiday, in Shanghai
        DueTimes due = clock.due(company(policies), Instant.parse("2026-10-01T15:59:50.5Z"));

        assertThat(due.warnAt()).isEqualTo("2026-10-01T16:00:05.5Z");
        assertThat(due.dueAt()).isEqualTo("2026-10-01T16:00:10.5Z");
        assertThat(due.escalateAt()).isEqualTo("2026-10-01T16:00:20.5Z");
        assertThat(due.intervals()).hasSize(1);
    }

    @Test
    void has_24_hour_days_when_the_desk_never_closes() throws IOException {
        ClockPolicies policies = ClockPolicies.read(table("DAYS", "DAYS"));
        ReviewClock clock = new ReviewClock(HolidayCalendar.of(PublishedCalendar.read()), policies.zone());

        DueTimes due = clock.due(company(policies), Instant.parse("2026-11-24T02:00:00Z"));

        assertThat(due.dueAt()).isEqualTo("2026-11-26T02:00:00Z");
    }

    @Test
    void rejects_a_table_that_allocates_an_unknown_policy() {
        assertThatThrownBy(() -> ClockPolicies.read(table("QUICK", "SLOW")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("policies.json")
                .hasMessageContaining("allocates an unknown policy");
    }

    @Test
    void rejects_a_missing_table() {
        assertThatThrownBy(() -> ClockPolicies.read(folder.resolve("none.json")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none.json");
    }

    private static ClockPolicy company(ClockPolicies policies) {
        return policies.of(OwnerType.COMPANY, Purpose.SELF, ReviewSubject.QUALIFICATION)
                .orElseThrow();
    }

    private Path table(String name, String defaultPolicy) throws IOException {
        String target = name.equals("DAYS")
                ? "{\"amount\": 2, \"unit\": \"OPEN_DAYS\"}"
                : "{\"amount\": 20, \"unit\": \"OPEN_SECONDS\"}";
        return Files.writeString(folder.resolve("policies.json"), """
                {"zone": "Asia/Shanghai", "defaultPolicy": "%s", "ownerTypes": {}, "policies": [
                  {"name": "%s", "openDays": "EVERY_DAY", "opens": "00:00", "closes": "00:00", "target": %s,
                   "warnPercent": 75, "escalatePercent": 150}]}
                """.formatted(defaultPolicy, name, target));
    }
}
