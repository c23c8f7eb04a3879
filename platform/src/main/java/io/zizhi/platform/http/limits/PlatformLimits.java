package io.zizhi.platform.http.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Limits common to all services, each with its reason. */
@ConfigMapping(prefix = "zizhi.limits")
public interface PlatformLimits {

    /** The largest JSON body, in bytes. A form with every field filled in is less than a tenth of it. */
    @WithDefault("262144")
    @Min(1_024)
    @Max(6_291_456)
    int jsonBytes();

    /**
     * The total size of all headers of a request, in bytes. 20 kB is the default of Quarkus and enough for tokens with
     * hundreds of roles. From {@code quarkus.http.limits.max-header-size} on, the server itself rejects a request
     * without problem details, so that setting must be larger.
     */
    @WithDefault("20480")
    @Min(1_024)
    @Max(1_048_576)
    int headerBytes();

    /** Threads for blocking libraries. They mostly wait for other machines, so there are more threads than cores. */
    @WithDefault("8")
    @Min(1)
    @Max(256)
    int blockingThreads();

    /**
     * Blocking threads that one account may occupy at once: a quarter of them, so that four accounts can work in
     * parallel.
     */
    @WithDefault("2")
    @Min(1)
    @Max(256)
    int blockingThreadsPerAccount();

    /** Tasks of one account that may wait for a blocking thread. A person opens only a few documents at once. */
    @WithDefault("16")
    @Min(0)
    @Max(1_000)
    int blockingWaitingPerAccount();

    /** How long a task may wait for a blocking thread. Browsers and gateways wait longer. */
    @WithDefault("PT10S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 5)
    Duration blockingPatience();
}
