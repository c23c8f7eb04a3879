package io.zizhi.platform.http.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits that every service has, each with its reason. */
@ConfigMapping(prefix = "zizhi.limits")
public interface PlatformLimits {

    /** Bytes of a JSON body. A form with every field filled in has less than a tenth of it. */
    @WithDefault("262144")
    int jsonBytes();

    /**
     * Bytes of all headers of a request together. 20 kB is the default of Quarkus and takes tokens with hundreds of roles.
     * The server itself refuses from {@code quarkus.http.limits.max-header-size} on, without a problem, so that one must be
     * larger.
     */
    @WithDefault("20480")
    int headerBytes();

    /** Threads for blocking libraries. They wait for other machines most of the time, so there are more than cores. */
    @WithDefault("8")
    int blockingThreads();

    /** How many of these threads one account may occupy at once: a quarter, so that four accounts work side by side. */
    @WithDefault("2")
    int blockingThreadsPerAccount();

    /** Work of one account that waits for a thread: a person opens a few papers at once. */
    @WithDefault("16")
    int blockingWaitingPerAccount();

    /** How long work waits for a thread. Browsers and gateways wait longer. */
    @WithDefault("PT10S")
    Duration blockingPatience();
}
