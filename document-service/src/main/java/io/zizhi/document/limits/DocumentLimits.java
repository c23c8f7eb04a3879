package io.zizhi.document.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * The limits of this service, each with its reason. The three budgets of memory are chosen for the local heap of 160 MB:
 * together they stay below 45 MB, about a quarter of it. A larger heap may have larger ones.
 */
@ConfigMapping(prefix = "zizhi.limits")
public interface DocumentLimits {

    /** Decrypted bytes of all views that their clients have not read yet: three large documents, or many photos. */
    @WithDefault("16M")
    MemorySize viewMemory();

    /** The part of it for one account or one member of staff: a large document and a small one. */
    @WithDefault("6M")
    MemorySize viewMemoryPerAccount();

    /** Views of one account that wait: a page with the pictures of a whole qualification asks for about ten at once. */
    @WithDefault("16")
    int viewsWaitingPerAccount();

    /** How long a view waits for memory: a person before a screen does not wait longer. */
    @WithDefault("5s")
    Duration viewPatience();

    /** Bodies that are arriving or being stored: three large documents, or many photos. */
    @WithDefault("16M")
    MemorySize uploadMemory();

    /** The part of it for one account: a large document and a small one. */
    @WithDefault("6M")
    MemorySize uploadMemoryPerAccount();

    /** Uploads of one account that wait: a qualification has about ten documents, which a form sends together. */
    @WithDefault("16")
    int uploadsWaitingPerAccount();

    /** How long an upload waits for memory: two large documents of others arrive meanwhile over a slow line. */
    @WithDefault("10s")
    Duration uploadPatience();

    /** Copies of documents that are being encrypted and sent to the object store: two copies of one large document. */
    @WithDefault("11M")
    MemorySize storingMemory();

    /** How long a document that has arrived waits to be stored: four time-outs of the object store. */
    @WithDefault("20s")
    Duration storingPatience();

    /** The slowest transfer, in bytes per second: half a megabit, less than a poor mobile line carries. */
    @WithDefault("64K")
    MemorySize slowestRate();

    /** Over how long the rate is measured: a mobile line that changes its cell is silent for some seconds. */
    @WithDefault("10s")
    Duration rateWindow();

    /** The slowest transfer while somebody else waits for its memory: 5 MiB in 20 seconds, as over 2 Mbit/s. */
    @WithDefault("256K")
    MemorySize crowdedRate();

    /** Over how long the rate is measured while somebody else waits, so that nobody waits much longer than that. */
    @WithDefault("2s")
    Duration crowdedWindow();

    /** How long somebody else must have waited: a turn of milliseconds is no reason to cut anybody off. */
    @WithDefault("1s")
    Duration crowdedAfter();

    /** The longest transfer: the largest document at the slowest rate takes 80 seconds. */
    @WithDefault("90s")
    Duration transferDeadline();

    /** The longest time for which the rest of a refused body is read and dropped, so that its sender sees the refusal. */
    @WithDefault("10s")
    Duration unreadDeadline();

    /**
     * Bytes that the operating system buffers for one connection. By default it grows to megabytes, and a client that does
     * not read seems to make progress until it is full.
     */
    @WithDefault("256K")
    MemorySize sendBuffer();

    /** Documents of one account that no submission uses: 300 qualifications in preparation, of about six documents. */
    @WithDefault("2000")
    int unusedDocuments();

    /** Bytes of documents of one account that no submission uses: as many photos of half a megabyte. */
    @WithDefault("1G")
    MemorySize unusedBytes();

    /** Documents of one account in a minute: five a second, more than a form or an import sends for long. */
    @WithDefault("300")
    int uploadsPerMinute();

    /**
     * How long a document stays that no submission uses, since it was uploaded or last checked for a draft. A draft refers to
     * its documents without holding them, so this is also how long a draft may rest: a month, in which a company gets a
     * missing paper.
     */
    @WithDefault("30d")
    Duration unusedFor();
}
