package io.zizhi.qualification.bulk.work;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the background processing of rows. */
@Singleton
class BulkConfig {

    private final Duration pause;
    private final Duration lease;
    private final Duration phonePause;

    /**
     * @param pause time between two polls while no row is due
     * @param lease how long a claimed row stays reserved; longer than a step may take
     * @param phonePause time between two checks whether a row's phone has been verified
     */
    BulkConfig(
            @ConfigProperty(name = "zizhi.bulk.pause", defaultValue = "PT1S") Duration pause,
            @ConfigProperty(name = "zizhi.bulk.lease", defaultValue = "PT1M") Duration lease,
            @ConfigProperty(name = "zizhi.bulk.phone-pause", defaultValue = "PT15S") Duration phonePause) {
        this.pause = pause;
        this.lease = lease;
        this.phonePause = phonePause;
    }

    Duration pause() {
        return pause;
    }

    Duration lease() {
        return lease;
    }

    Duration phonePause() {
        return phonePause;
    }
}
