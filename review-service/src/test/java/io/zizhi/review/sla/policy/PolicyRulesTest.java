package io.zizhi.review.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.OpenDays;
import io.zizhi.review.clock.Target;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRulesTest {

    @Test
    void builds_the_bundled_policy_from_its_request() {
        assertThat(PolicyRules.check("STANDARD", request("09:00", "21:00", 2, Target.Unit.OPEN_HOURS, 75, 150)))
                .isEqualTo(ClockPolicies.read().named("STANDARD").orElseThrow());
    }

    @Test
    void accepts_a_window_until_midnight() {
        assertThat(PolicyRules.check("STANDARD", request("00:00", "00:00", 60, Target.Unit.OPEN_DAYS, 1, 100)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "09:00, 09:00, 2,          OPEN_HOURS,   75,  150,  /closes,          WINDOW_EMPTY",
        "09:00, 08:59, 2,          OPEN_HOURS,   75,  150,  /closes,          WINDOW_EMPTY",
        "09:00, 21:00, 0,          OPEN_HOURS,   75,  150,  /target/amount,   AMOUNT_OUT_OF_RANGE",
        "09:00, 21:00, -1,         OPEN_SECONDS, 75,  150,  /target/amount,   AMOUNT_OUT_OF_RANGE",
        "09:00, 21:00, 2147483647, OPEN_DAYS,    75,  150,  /target/amount,   AMOUNT_OUT_OF_RANGE",
        "09:00, 21:00, 61,         OPEN_DAYS,    75,  100,  /target/amount,   TARGET_TOO_LONG",
        "09:00, 09:01, 2,          OPEN_HOURS,   75,  150,  /target/amount,   TARGET_TOO_LONG",
        "09:00, 21:00, 2,          OPEN_HOURS,   0,   150,  /warnPercent,     PERCENT_OUT_OF_RANGE",
        "09:00, 21:00, 2,          OPEN_HOURS,   101, 150,  /warnPercent,     PERCENT_OUT_OF_RANGE",
        "09:00, 21:00, 2,          OPEN_HOURS,   75,  99,   /escalatePercent, PERCENT_OUT_OF_RANGE",
        "09:00, 21:00, 2,          OPEN_HOURS,   75,  1001, /escalatePercent, PERCENT_OUT_OF_RANGE",
    })
    void rejects_unusable_policies_with_code_and_pointer(
            String opens,
            String closes,
            int amount,
            Target.Unit unit,
            int warn,
            int escalate,
            String pointer,
            String code) {
        assertThatThrownBy(() -> PolicyRules.check("STANDARD", request(opens, closes, amount, unit, warn, escalate)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.violations())
                            .extracting(Violation::pointer, Violation::code)
                            .containsExactly(Tuple.tuple(pointer, code));
                });
    }

    private static PolicyRequest request(
            String opens, String closes, int amount, Target.Unit unit, int warn, int escalate) {
        return new PolicyRequest(
                OpenDays.ALL_BUT_HOLIDAYS,
                opens,
                closes,
                new PolicyRequest.TargetRequest(amount, unit),
                warn,
                escalate);
    }
}
