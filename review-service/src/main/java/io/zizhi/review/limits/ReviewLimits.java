package io.zizhi.review.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Limits on callers of this service, each with its reason. */
@ConfigMapping(prefix = "zizhi.limits")
public interface ReviewLimits {

    /**
     * Masked fields that one reviewer may see in plain text per window. The default, one a minute, is more than reviews
     * need.
     */
    @WithDefault("60")
    @Min(1)
    @Max(1_000_000)
    int unmaskedFields();

    /** The window, which begins with the first field. A reviewer who reached the limit can continue within the hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 31)
    Duration unmaskingWindow();
}
