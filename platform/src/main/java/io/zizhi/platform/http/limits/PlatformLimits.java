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
     * hundreds of roles. From 4 kB more on, the server answers 431 without problem details and closes the connection.
     */
    @WithDefault("20480")
    @Min(1_024)
    @Max(1_048_576)
    int headerBytes();

    /** The number of headers of a request. A browser behind two proxies sends about 30. */
    @WithDefault("100")
    @Min(10)
    @Max(10_000)
    int headerLines();

    /**
     * The time for the headers of a request, from the start of a connection or from the first byte of a later request.
     * A phone with a weak signal needs about two seconds for a TLS handshake and a token.
     */
    @WithDefault("PT10S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration headerDeadline();

    /**
     * The memory of each port for headers that are not complete yet, in bytes as received and 256 for each header. One
     * address may use a quarter. Headers of normal clients arrive at once and need none of it.
     */
    @WithDefault("2097152")
    @Min(131_072)
    @Max(1_073_741_824)
    long unfinishedHeaderBytes();

    /**
     * Open connections of the public port, and likewise of the internal port. The port closes further ones at once. An
     * ingress keeps some hundreds of idle ones.
     */
    @WithDefault("1024")
    @Min(16)
    @Max(65_536)
    int connections();

    /**
     * Open connections of one address to a port; an IPv6 network of 64 bits counts as one address. Trusted proxies are
     * limited only by all connections of the port.
     */
    @WithDefault("256")
    @Min(8)
    @Max(65_536)
    int connectionsPerAddress();

    /**
     * Open connections of the management port. They are separate, so that probes and monitoring get through a flood. One
     * address may have half of them.
     */
    @WithDefault("64")
    @Min(8)
    @Max(4_096)
    int managementConnections();

    /** The time for a JSON body, from the headers on. Even the largest then needs less than 10 kB a second. */
    @WithDefault("PT30S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration jsonDeadline();

    /** How long the rest of a rejected body is read and dropped, so that the client receives the error. */
    @WithDefault("PT10S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration unreadDeadline();

    /**
     * The memory of all requests in progress of the public and the internal port, in bytes. A request counts with its
     * headers, its JSON body and the part of an upload that is read ahead, and at least with 16 KiB. One client address
     * may use a quarter; clients of a trusted proxy count by their own addresses.
     */
    @WithDefault("16777216")
    @Min(2_097_152)
    @Max(1_073_741_824)
    long requestBytes();

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
