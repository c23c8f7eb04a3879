package io.zizhi.document.scanning;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zizhi.platform.runtime.settings.NeededWith;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the malware scanner, described in {@code docs/malware-scan.md}. */
@ConfigMapping(prefix = "zizhi.document.scanner")
public interface ScannerConfig {

    /** The scanner. With {@code none}, documents wait in PENDING_SCAN until one is configured. */
    @WithDefault("none")
    Provider provider();

    /** Address of the scanner: {@code host:port}, or {@code unix:} and the path of a socket. */
    @NeededWith("zizhi.document.scanner.provider=CLAMD")
    Optional<String> address();

    /** Time-out of the connection. Three seconds cover one lost packet and its retransmission. */
    @WithDefault("PT3S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration connectTimeout();

    /** Time-out of one scan, from the connection to the answer. The largest document takes less than a second. */
    @WithDefault("PT30S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 5)
    Duration timeout();

    /**
     * The scanner's own limit, in bytes ({@code StreamMaxLength} of clamd). A larger document is not sent and stays in
     * PENDING_SCAN. The default is the maximum size of documents.
     */
    @WithDefault("5M")
    MemorySize maxSize();

    /** Pause after the first scan without a result; each further pause is twice as long. */
    @WithDefault("PT5S")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration firstRetry();

    /** Longest pause between two scans. After an outage, documents wait at most this long. */
    @WithDefault("PT10M")
    @DurationMin(millis = 10)
    @DurationMax(days = 1)
    Duration longestRetry();

    /**
     * How long after its claim a document without a result is due again, because its replica died. At least twice
     * {@link #timeout}, to leave time to fetch the document.
     */
    @WithDefault("PT2M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration lostAfter();

    /** Polling interval of the empty queue. */
    @WithDefault("PT1S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration pollEvery();

    /** Kinds of scanners. */
    enum Provider {
        NONE,
        CLAMD
    }
}
