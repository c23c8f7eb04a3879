package io.zizhi.qualification.bulk.importing.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the background processing of imports. */
@ConfigMapping(prefix = "zizhi.import")
public interface ImportConfig {

    /** Time between two polls while no row is due. */
    @WithDefault("PT1S")
    Duration pause();

    /** How long claimed rows stay reserved; longer than the steps of a whole claim may take. */
    @WithDefault("PT1M")
    Duration lease();

    /** Rows per claim, processed one after the other. */
    @WithDefault("10")
    int claim();

    /** Claims processed at the same time by one process. */
    @WithDefault("4")
    int workers();

    /** How long an import waits for its confirmation before it is cancelled and its forms are erased. */
    @WithDefault("P30D")
    Duration keptFor();
}
