package io.zizhi.review.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long reviewers keep reviews, and which clocks are trusted. */
@ConfigMapping(prefix = "zizhi.review")
public interface LeaseConfig {

    /**
     * How long a claimed review stays with its reviewer after their last call on it. A quarter of an hour outlasts a
     * telephone call; longer leases delay the colleagues of a reviewer who left.
     */
    @WithDefault("PT15M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration lease();

    /**
     * How long a review assigned by a supervisor waits for the reviewer's first call on it. An hour lets them finish
     * another review first.
     */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration assignedLease();

    /**
     * The largest accepted difference between the clocks of qualification-service and review-service; beyond it the
     * instant of a submission is replaced. Synchronised clocks differ by milliseconds. Five minutes, the default of
     * Kerberos, cost little of a target of two hours.
     */
    @WithDefault("PT5M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 36_500)
    Duration clockTolerance();
}
