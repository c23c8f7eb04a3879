package io.zizhi.qualification.bulk.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the background processing of rows. */
@ConfigMapping(prefix = "zizhi.bulk")
public interface BulkConfig {

    /** Time between two polls while no row is due. */
    @WithDefault("PT1S")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration pause();

    /** How long a claimed row stays reserved; longer than a step may take. */
    @WithDefault("PT1M")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration lease();

    /** Time between two checks whether a row's phone has been verified. */
    @WithDefault("PT15S")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration phonePause();

    /** Time between two checks whether letters that rows wait for have been reviewed. */
    @WithDefault("PT5S")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration letterPause();
}
