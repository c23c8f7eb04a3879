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
    void without_instants_it_is_the_last_seven_days() {
        assertThat(Period.of(null, null, NOW)).isEqualTo(new Period(WEEK_BEFORE, NOW));
    }

    @Test
    void without_a_start_it_is_the_seven_days_before_the_end_and_without_an_end_it_goes_on_to_now() {
        Instant earlier = Instant.parse("2026-10-08T00:00:00Z");

        assertThat(Period.of(null, earlier, NOW)).isEqualTo(new Period(Instant.parse("2026-10-01T00:00:00Z"), earlier));
        assertThat(Period.of(WEEK_BEFORE, null, NOW)).isEqualTo(new Period(WEEK_BEFORE, NOW));
    }

    @Test
    void it_has_a_beginning_before_its_end() {
        refused("PERIOD_EMPTY", () -> Period.of(NOW, NOW, NOW));
        refused("PERIOD_EMPTY", () -> Period.of(NOW, WEEK_BEFORE, NOW));
    }

    @Test
    void it_is_a_quarter_of_a_year_at_most() {
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
