package io.zizhi.document.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * The limits of this service, each with its reason. The four memory budgets together stay below 90 MB. A larger heap
 * allows larger budgets.
 */
@ConfigMapping(prefix = "zizhi.limits")
public interface DocumentLimits {

    /** Memory for decrypted bytes that clients have not read yet: three large documents, or many photos. */
    @WithDefault("16M")
    MemorySize viewMemory();

    /** Share of one account or one member of staff: a large document and a small one. */
    @WithDefault("6M")
    MemorySize viewMemoryPerAccount();

    /** Waiting views of one account: a page with all pictures of a qualification requests about ten at once. */
    @WithDefault("16")
    @Min(0)
    @Max(10_000)
    int viewsWaitingPerAccount();

    /** How long a view waits for memory. A person at a screen would not wait longer. */
    @WithDefault("5s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration viewPatience();

    /** Memory for bodies that are being received or stored: three large documents, or many photos. */
    @WithDefault("16M")
    MemorySize uploadMemory();

    /** Share of one account: a large document and a small one. */
    @WithDefault("6M")
    MemorySize uploadMemoryPerAccount();

    /** Waiting uploads of one account: a qualification has about ten documents, which a form sends together. */
    @WithDefault("16")
    @Min(0)
    @Max(10_000)
    int uploadsWaitingPerAccount();

    /** How long an upload waits for memory: long enough for two large documents to arrive over a slow line. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration uploadPatience();

    /**
     * Memory for decoded pictures. The largest picture needs 38 MB: 9 megapixels of three bytes, and 11 MB for the rest
     * of the work. Small pictures are decoded at the same time.
     */
    @WithDefault("40M")
    MemorySize pictureMemory();

    /** How long a picture waits to be decoded: ten large pictures take about this long. */
    @WithDefault("30s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration picturePatience();

    /**
     * How long pictures of one account may be decoded and encoded in a replica within ten minutes: half a processor. A
     * photo of 12 megapixels takes about two seconds.
     */
    @WithDefault("300s")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration pictureTimePerAccount();

    /**
     * Memory for the copies made by encryption and by the transfer to the object store: two copies of one large
     * document.
     */
    @WithDefault("11M")
    MemorySize storingMemory();

    /** How long a received document waits to be stored: four time-outs of the object store. */
    @WithDefault("20s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration storingPatience();

    /** Minimum rate in bytes per second: half a megabit per second, less than a poor mobile connection. */
    @WithDefault("64K")
    MemorySize slowestRate();

    /** Measuring window of the rate. A mobile connection that changes its cell is silent for some seconds. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration rateWindow();

    /** Minimum rate while others wait for memory: 5 MiB in 20 seconds, about 2 Mbit/s. */
    @WithDefault("256K")
    MemorySize crowdedRate();

    /** Measuring window while others wait. It bounds their extra waiting time. */
    @WithDefault("2s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration crowdedWindow();

    /** How long others must have waited before the higher rate applies: short queues must not cut off transfers. */
    @WithDefault("1s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration crowdedAfter();

    /** Maximum duration of a transfer: the largest document at the minimum rate takes 80 seconds. */
    @WithDefault("90s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration transferDeadline();

    /**
     * Send buffer of the operating system per connection, in bytes. By default it grows to megabytes. A client that
     * does not read would then seem to make progress until the buffer is full.
     */
    @WithDefault("256K")
    MemorySize sendBuffer();

    /** Unused documents of one account: 300 qualifications in preparation with about six documents each. */
    @WithDefault("2000")
    @Min(1)
    @Max(10_000_000)
    int unusedDocuments();

    /** Bytes of unused documents of one account: about 300 times six photos of half a megabyte. */
    @WithDefault("1G")
    MemorySize unusedBytes();

    /** Uploads of one account per minute: five a second, more than a form or an import sends for long. */
    @WithDefault("300")
    @Min(1)
    @Max(1_000_000)
    int uploadsPerMinute();

    /**
     * How long an unused document is kept after its upload or its last check for a draft. A draft does not protect its
     * documents from removal, so this also limits how long a draft can stay unchanged. A company needs about a month to
     * obtain a missing paper.
     */
    @WithDefault("30d")
    @DurationMin(hours = 1)
    @DurationMax(days = 3650)
    Duration unusedFor();
}
