package io.zizhi.qualification.bulk.importing.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the background processing of imports. */
@ConfigMapping(prefix = "zizhi.import")
public interface ImportConfig {

    /** Time between two polls while no row is due. */
    @WithDefault("PT1S")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration pause();

    /** How long claimed rows stay reserved; longer than the steps of a whole claim may take. */
    @WithDefault("PT1M")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration lease();

    /** Rows per claim, processed one after the other. */
    @WithDefault("10")
    @Min(1)
    @Max(1_000)
    int claim();

    /** Claims processed at the same time by one process. */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int workers();

    /** How long an import waits for its confirmation before it is cancelled and its forms are erased. */
    @WithDefault("P30D")
    @DurationMin(days = 1)
    @DurationMax(days = 3650)
    Duration keptFor();
}
