package io.zizhi.platform.identity.stepup;

import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Decides whether a sign-in is recent and strong enough. */
@ApplicationScoped
public class StepUpPolicy {

    /** Accepted difference between the clocks of the identity provider and of this service. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** Bounds {@code auth_time}, so that a nonsensical value cannot overflow the arithmetic. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private final Duration maxAge;
    private final List<String> acrValues;
    private final Clock clock;

    StepUpPolicy(StepUpConfig config, Clock clock) {
        this.maxAge = config.maxAge();
        this.acrValues = config.acrValues().map(List::copyOf).orElse(List.of());
        this.clock = clock;
    }

    /** Fails with 401 and the challenge of RFC 9470 if the sign-in is too old or too weak. */
    void require(SignIn signIn) {
        if (!acrValues.isEmpty() && (signIn.acr() == null || !acrValues.contains(signIn.acr()))) {
            throw Problems.insufficientAuthentication(
                    "Sign in with a stronger method, for example a second factor, and repeat the request.",
                    challenge("A different authentication level is required"));
        }
        if (!maxAge.isZero() && !isRecent(signIn)) {
            throw Problems.insufficientAuthentication(
                    "Sign in again and repeat the request: the last sign-in is too long ago, or the token does not"
                            + " say when it was.",
                    challenge("More recent authentication is required"));
        }
    }

    private boolean isRecent(SignIn signIn) {
        Instant at = signIn.at();
        Instant now = clock.instant();
        return at != null
                && at.isAfter(now.minus(LONGEST))
                && !at.isAfter(now.plus(SKEW))
                && !at.plus(maxAge).isBefore(now);
    }

    private String challenge(String description) {
        StringBuilder challenge = new StringBuilder("Bearer error=\"insufficient_user_authentication\"");
        challenge.append(", error_description=\"").append(description).append('"');
        if (!acrValues.isEmpty()) {
            challenge
                    .append(", acr_values=\"")
                    .append(String.join(" ", acrValues))
                    .append('"');
        }
        if (!maxAge.isZero()) {
            challenge.append(", max_age=\"").append(maxAge.toSeconds()).append('"');
        }
        return challenge.toString();
    }
}
