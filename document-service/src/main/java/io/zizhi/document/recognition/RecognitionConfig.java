package io.zizhi.document.recognition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zizhi.platform.runtime.settings.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the recognition of pictures, described in {@code docs/recognition.md}. */
@ConfigMapping(prefix = "zizhi.document.recognition")
public interface RecognitionConfig {

    /** The process or service that reads pictures. With {@code none}, new documents are not recognised. */
    @WithDefault("none")
    Provider provider();

    /** Base URL of the worker or service, without a slash at its end. Required unless the provider is {@code none}. */
    Optional<String> url();

    /** Bearer token for the worker or service. Required unless the provider is {@code none}. */
    @Secret
    Optional<String> key();

    /** Whether pictures are read before their malware scan. For installations without a scanner. */
    @WithDefault("false")
    boolean unscanned();

    /** Time-out of the connection. Two seconds cover one lost packet and its retransmission. */
    @WithDefault("PT2S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration connectTimeout();

    /** Time-out of one picture, from the connection to the answer. Longer than the worker's own of 15 seconds. */
    @WithDefault("PT20S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration timeout();

    /** Failed attempts after which a picture is given up. An outage of the service is no attempt. */
    @WithDefault("3")
    @Min(1)
    @Max(100)
    int attempts();

    /** Pause after an outage or the first failed attempt; each further attempt waits twice as long. */
    @WithDefault("PT5S")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration retryAfter();

    /**
     * How long after its claim a picture without a result is due again, because its replica died. At least twice {@link
     * #timeout}, to leave time to fetch the document.
     */
    @WithDefault("PT1M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration lostAfter();

    /** Polling interval of the empty queue. */
    @WithDefault("PT0.5S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration pollEvery();

    /** Pictures that one replica has read at a time. Each occupies up to 5 MB of its memory. */
    @WithDefault("1")
    @Min(1)
    @Max(16)
    int parallel();

    /** Requests of one replica that may wait for a result at a time. Others are answered at once. */
    @WithDefault("200")
    @Min(0)
    @Max(10_000)
    int waitingRequests();

    /** The providers of recognition. */
    enum Provider {
        /** None: documents are not recognised. */
        NONE,
        /** The worker of this suite, on the same machine or in the same cluster. */
        WORKER,
        /** A service of another operator, over TLS. */
        CLOUD
    }
}
