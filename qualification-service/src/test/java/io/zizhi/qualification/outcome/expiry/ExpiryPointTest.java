package io.zizhi.qualification.outcome.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Evidence;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are in Asia/Shanghai. */
class ExpiryPointTest {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);
    private static final List<EvidenceEnd> ENDS = List.of(
            new EvidenceEnd(Evidence.CERTIFICATE, LAST_DAY),
            new EvidenceEnd(Evidence.LEGAL_REPRESENTATIVE, LAST_DAY),
            new EvidenceEnd(Evidence.ADMINISTRATOR, LocalDate.of(2028, 2, 29)));

    @Test
    void arms_all_future_stages_for_each_last_day() {
        Map<String, Instant> ahead = ExpiryPoint.ahead(ENDS, MORNING, Instant.parse("2026-11-25T00:00:00Z"));

        assertThat(ahead)
                .hasSize(4 + 5)
                .doesNotContainKey("DAYS_90 2027-01-31")
                .containsEntry("DAYS_30 2027-01-31", Instant.parse("2027-01-01T01:00:00Z"))
                .containsEntry("DAYS_1 2027-01-31", Instant.parse("2027-01-30T01:00:00Z"))
                .containsEntry("EXPIRED 2027-01-31", Instant.parse("2027-01-31T16:00:00Z"))
                .containsEntry("EXPIRED 2028-02-29", Instant.parse("2028-02-29T16:00:00Z"));
    }

    @Test
    void reminders_use_configured_time_and_expiry_uses_midnight() {
        Map<String, Instant> ahead =
                ExpiryPoint.ahead(ENDS, LocalTime.of(18, 30, 5), Instant.parse("2026-11-25T00:00:00Z"));

        assertThat(ahead)
                .containsEntry("DAYS_30 2027-01-31", Instant.parse("2027-01-01T10:30:05Z"))
                .containsEntry("EXPIRED 2027-01-31", Instant.parse("2027-01-31T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-11T00:00:00Z, 3", // 20 days before: the stages 7 days, 1 day and expiry are left
        "2027-01-24T00:59:59Z, 3", // one second before the 7-day reminder
        "2027-01-24T01:00:00Z, 2",
        "2027-01-31T10:00:00Z, 1", // on the last day
        "2027-02-03T10:00:00Z, 1" // the expiry is published even when late
    })
    void late_approval_skips_past_reminders(Instant approved, int armed) {
        assertThat(ExpiryPoint.ahead(ENDS.subList(0, 2), MORNING, approved)).hasSize(armed);
    }

    @Test
    void parses_point_from_timer_kind() {
        ExpiryPoint point = new ExpiryPoint(ExpiryStage.DAYS_7, LAST_DAY);

        assertThat(ExpiryPoint.of(point.kind())).isEqualTo(point);
    }

    @Test
    void long_term_evidence_has_no_end() {
        assertThat(EvidenceEnd.of(Evidence.AUTHORIZATION_LETTER, LocalDate.of(2099, 12, 31)))
                .isEmpty();
        assertThat(EvidenceEnd.of(Evidence.AUTHORIZATION_LETTER, null)).isEmpty();
        assertThat(EvidenceEnd.of(Evidence.AUTHORIZATION_LETTER, LAST_DAY))
                .contains(new EvidenceEnd(Evidence.AUTHORIZATION_LETTER, LAST_DAY));
    }

    @Test
    void counts_days_in_shanghai() {
        ExpiryPoint point = new ExpiryPoint(ExpiryStage.DAYS_1, LAST_DAY);

        assertThat(point.daysLeft(Instant.parse("2027-01-29T15:59:59Z"))).isEqualTo(2);
        assertThat(point.daysLeft(Instant.parse("2027-01-29T16:00:00Z"))).isEqualTo(1);
    }

    @Test
    void detects_reminder_after_expiry() {
        Instant ended = Instant.parse("2027-01-31T16:00:00Z");

        assertThat(new ExpiryPoint(ExpiryStage.DAYS_1, LAST_DAY).isReminderAfterTheEnd(ended.minusMillis(1)))
                .isFalse();
        assertThat(new ExpiryPoint(ExpiryStage.DAYS_1, LAST_DAY).isReminderAfterTheEnd(ended))
                .isTrue();
        assertThat(new ExpiryPoint(ExpiryStage.EXPIRED, LAST_DAY).isReminderAfterTheEnd(ended))
                .isFalse();
    }

    @Test
    void keeps_only_last_of_due_stages() {
        assertThat(ExpiryTimers.reached(List.of(
                        timer(1, "DAYS_7 2027-01-31"),
                        timer(1, "EXPIRED 2027-01-31"),
                        timer(1, "DAYS_90 2028-02-29"),
                        timer(2, "DAYS_30 2027-01-31"))))
                .containsExactly(
                        new ExpiryTimers.Reached(1, new ExpiryPoint(ExpiryStage.EXPIRED, LAST_DAY)),
                        new ExpiryTimers.Reached(1, new ExpiryPoint(ExpiryStage.DAYS_90, LocalDate.of(2028, 2, 29))),
                        new ExpiryTimers.Reached(2, new ExpiryPoint(ExpiryStage.DAYS_30, LAST_DAY)));
    }

    @Test
    void period_includes_first_and_last_day() {
        assertThat(new Validity(ENDS, LAST_DAY).isExpired()).isFalse();
        assertThat(new Validity(ENDS, LAST_DAY.plusDays(1)).isExpired()).isTrue();
        assertThat(ExpiryStage.endOf(LAST_DAY)).isEqualTo(Instant.parse("2027-01-31T16:00:00Z"));
    }

    private static FiredTimer timer(long owner, String kind) {
        return new FiredTimer(owner, kind, 1, Instant.parse("2027-01-31T16:00:00Z"), null);
    }
}
