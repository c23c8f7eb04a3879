package io.zizhi.platform.identity.stepup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The sign-in that staff need to see personal data unmasked, and for decisions that only another person can undo. */
@ConfigMapping(prefix = "zizhi.step-up")
public interface StepUpConfig {

    /**
     * Maximum age of the sign-in, by the claim {@code auth_time} of the token. A token without the claim is refused. 0
     * accepts every age. By default, people sign in again once per half shift: views are the daily work of reviewers,
     * who would confirm hourly sign-ins without thinking.
     */
    @WithDefault("PT4H")
    @DurationMin(seconds = 0)
    @DurationMax(days = 7)
    Duration maxAge();

    /**
     * Accepted strengths of the sign-in, separated by commas, as in the claim {@code acr} of the token. None by default,
     * because each identity provider has its own values; the realm for Keycloak has {@code mfa} for two factors. A
     * token with another value or none is refused.
     */
    Optional<List<@Pattern(regexp = "[!#-+\\--\\[\\]-~]+") String>> acrValues();
}
