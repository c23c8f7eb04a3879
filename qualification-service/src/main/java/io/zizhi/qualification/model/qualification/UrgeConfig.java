package io.zizhi.qualification.model.qualification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When applicants may urge the review desk. */
@ConfigMapping(prefix = "zizhi.urge")
public interface UrgeConfig {

    /**
     * How long after a submission its applicant may ask the desk to hurry. Twenty minutes are a sixth of the shortest
     * target.
     */
    @WithDefault("PT20M")
    @DurationMin(seconds = 0)
    @DurationMax(days = 30)
    Duration after();
}
