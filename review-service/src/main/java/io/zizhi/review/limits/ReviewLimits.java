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

    /**
     * Different documents that one person may view per hour: 60 reviews with about seven documents each. Views of the
     * same document count once here.
     */
    @WithDefault("400")
    @Min(1)
    @Max(1_000_000)
    int viewedDocumentsPerHour();

    /** Different documents that one person may view per day: six hours at the limit per hour. */
    @WithDefault("2400")
    @Min(1)
    @Max(1_000_000)
    int viewedDocumentsPerDay();

    /**
     * Views of documents by one person per hour, repeated ones included: ten for each document that the person may view,
     * for the small picture, the pages, a larger width and second looks.
     */
    @WithDefault("4000")
    @Min(1)
    @Max(1_000_000)
    int documentViewsPerHour();

    /**
     * Different submissions of which one person may unmask fields per hour: one a minute, faster than anybody reads
     * them.
     */
    @WithDefault("60")
    @Min(1)
    @Max(1_000_000)
    int unmaskedSubmissionsPerHour();

    /** Different submissions of which one person may unmask fields per day: six hours at the limit per hour. */
    @WithDefault("360")
    @Min(1)
    @Max(1_000_000)
    int unmaskedSubmissionsPerDay();

    /** Different accounts whose documents or unmasked fields one person may see per hour: one a minute. */
    @WithDefault("60")
    @Min(1)
    @Max(1_000_000)
    int viewedAccountsPerHour();

    /** Different accounts whose documents or unmasked fields one person may see per day. */
    @WithDefault("360")
    @Min(1)
    @Max(1_000_000)
    int viewedAccountsPerDay();

    /**
     * Share of a limit from which viewing counts as unusual and raises an alert, in percent. Half of the limits is a
     * review every two minutes, all the time.
     */
    @WithDefault("50")
    @Min(1)
    @Max(100)
    int unusualViewingPercent();
}
