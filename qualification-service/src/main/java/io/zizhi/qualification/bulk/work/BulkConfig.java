package io.zizhi.qualification.bulk.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the background processing of rows. */
@ConfigMapping(prefix = "zizhi.bulk")
public interface BulkConfig {

    /** Time between two polls while no row is due. */
    @WithDefault("PT1S")
    Duration pause();

    /** How long a claimed row stays reserved; longer than a step may take. */
    @WithDefault("PT1M")
    Duration lease();

    /** Time between two checks whether a row's phone has been verified. */
    @WithDefault("PT15S")
    Duration phonePause();

    /** Time between two checks whether letters that rows wait for have been reviewed. */
    @WithDefault("PT5S")
    Duration letterPause();
}
