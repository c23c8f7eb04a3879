package io.zizhi.review.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant WEEK_BEFORE = Instant.parse("2026-11-17T02:00:00Z");

    @Test
    void covers_the_last_seven_days_by_default() {
        assertThat(Period.of(null, null, NOW)).isEqualTo(new Period(WEEK_BEFORE, NOW));
    }

    @Test
    void defaults_to_seven_days_ending_now() {
        Instant earlier = Instant.parse("2026-10-08T00:00:00Z");

        assertThat(Period.of(null, earlier, NOW)).isEqualTo(new Period(Instant.parse("2026-10-01T00:00:00Z"), earlier));
        assertThat(Period.of(WEEK_BEFORE, null, NOW)).isEqualTo(new Period(WEEK_BEFORE, NOW));
    }

    @Test
    void rejects_a_period_that_ends_before_it_begins() {
        refused("PERIOD_EMPTY", () -> Period.of(NOW, NOW, NOW));
        refused("PERIOD_EMPTY", () -> Period.of(NOW, WEEK_BEFORE, NOW));
    }

    @Test
    void rejects_a_period_longer_than_a_quarter() {
        Instant quarterBefore = NOW.minus(Period.LONGEST);

        assertThat(Period.of(quarterBefore, NOW, NOW).from()).isEqualTo(quarterBefore);
        refused("PERIOD_TOO_LONG", () -> Period.of(quarterBefore.minusSeconds(1), NOW, NOW));
        refused("PERIOD_TOO_LONG", () -> Period.of(Instant.EPOCH, null, NOW));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }
}
