package io.zizhi.document.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Limits of exports. An account has one export at a time, in all replicas together. */
@ConfigMapping(prefix = "zizhi.export")
public interface ExportConfig {

    /** Exports of a replica at a time. Each holds up to one document in memory, at most 5 MiB. */
    @WithDefault("2")
    @Min(1)
    @Max(100)
    int atOnce();

    /** Longest duration of an export. A gigabyte at 4 Mbit/s takes 36 minutes. */
    @WithDefault("1h")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration longest();
}
