package io.zizhi.platform.identity.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepUpPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String CHALLENGE = "Bearer error=\"insufficient_user_authentication\", error_description=\"";
    private static final String TOO_OLD = CHALLENGE + "More recent authentication is required\"";
    private static final String TOO_WEAK = CHALLENGE + "A different authentication level is required\"";

    private record Settings(Duration maxAge, Optional<List<String>> acrValues) implements StepUpConfig {}

    @Test
    void accepts_every_sign_in_when_off() {
        accepts(Duration.ZERO, List.of(), null, null);
    }

    @Test
    void accepts_a_sign_in_up_to_the_maximum_age() {
        accepts(HOUR, List.of(), NOW, null);
        accepts(HOUR, List.of(), NOW.minus(HOUR), null);
    }

    @Test
    void refuses_an_older_sign_in() {
        refuses(HOUR, List.of(), NOW.minus(HOUR).minusSeconds(1), null, TOO_OLD + ", max_age=\"3600\"");
    }

    @Test
    void refuses_a_sign_in_of_unknown_or_impossible_time() {
        refuses(HOUR, List.of(), null, "mfa", TOO_OLD + ", max_age=\"3600\"");
        refuses(HOUR, List.of(), NOW.plusSeconds(61), null, TOO_OLD + ", max_age=\"3600\"");
        refuses(HOUR, List.of(), Instant.MIN, null, TOO_OLD + ", max_age=\"3600\"");
        refuses(HOUR, List.of(), Instant.MAX, null, TOO_OLD + ", max_age=\"3600\"");
    }

    @Test
    void accepts_a_clock_that_is_a_minute_ahead() {
        accepts(HOUR, List.of(), NOW.plusSeconds(60), null);
    }

    @Test
    void refuses_a_sign_in_of_other_or_unknown_strength() {
        refuses(Duration.ZERO, List.of("mfa"), NOW, "password", TOO_WEAK + ", acr_values=\"mfa\"");
        refuses(Duration.ZERO, List.of("mfa"), NOW, null, TOO_WEAK + ", acr_values=\"mfa\"");
        accepts(Duration.ZERO, List.of("gold", "mfa"), null, "mfa");
    }

    @Test
    void asks_for_strength_and_age_at_once() {
        String wanted = ", acr_values=\"gold mfa\", max_age=\"3600\"";
        refuses(HOUR, List.of("gold", "mfa"), NOW, "password", TOO_WEAK + wanted);
        refuses(HOUR, List.of("gold", "mfa"), NOW.minus(Duration.ofHours(2)), "mfa", TOO_OLD + wanted);
        accepts(HOUR, List.of("gold", "mfa"), NOW, "gold");
    }

    private static void accepts(Duration maxAge, List<String> acrValues, @Nullable Instant at, @Nullable String acr) {
        assertThatCode(() -> policy(maxAge, acrValues).require(new SignIn(at, acr)))
                .doesNotThrowAnyException();
    }

    private static void refuses(
            Duration maxAge, List<String> acrValues, @Nullable Instant at, @Nullable String acr, String challenge) {
        assertThatThrownBy(() -> policy(maxAge, acrValues).require(new SignIn(at, acr)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(401);
                    assertThat(refusal.code()).isEqualTo("INSUFFICIENT_USER_AUTHENTICATION");
                    assertThat(refusal.challenge()).isEqualTo(challenge);
                });
    }

    private static StepUpPolicy policy(Duration maxAge, List<String> acrValues) {
        return new StepUpPolicy(
                new Settings(maxAge, acrValues.isEmpty() ? Optional.empty() : Optional.of(acrValues)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
