package io.zizhi.qualification.catalogue.listing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The background work of lists. */
@ConfigMapping(prefix = "zizhi.lists")
public interface ListConfig {

    /**
     * Pause between two rounds that merge the tally of qualifications, while there is nothing to merge. Lists are exact
     * at any time; a shorter pause only makes counting cheaper.
     */
    @WithDefault("PT10S")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration foldPause();
}
