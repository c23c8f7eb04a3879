package io.zizhi.document.viewing.pages;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Limits of the processes that render pages. */
@ConfigMapping(prefix = "zizhi.pages")
public interface PageSettings {

    /**
     * Pages that are rendered at the same time, each in its own process. One person has one at a time. From two on,
     * accounts leave one process to staff.
     */
    @WithDefault("3")
    @Min(1)
    @Max(64)
    int atOnce();

    /** Heap of each process. The largest page needs about half of it. */
    @WithDefault("192M")
    MemorySize heap();

    /** How long a page may take. A large photo takes about a second, the first page after a pause one more. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 5)
    Duration timeout();

    /**
     * How long a page waits for its turn: two pages of others may take all their time before it. Meanwhile it reserves no
     * memory.
     */
    @WithDefault("20s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 5)
    Duration patience();

    /**
     * How long one account may occupy the processes of a replica within ten minutes. It is a fifth of one process. A large
     * photo takes about a second.
     */
    @WithDefault("120s")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration timePerAccount();

    /** How long a process waits for the next page before it ends and frees its memory. */
    @WithDefault("60s")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration idle();

    /**
     * The program soffice of LibreOffice, which converts DOC and DOCX into pages. Without it, such documents have no
     * pages, and staff download them after a clean scan.
     */
    Optional<Path> office();

    /**
     * How long a conversion may take. LibreOffice starts anew for each one, which takes some seconds. One runs at a time
     * for staff, and one for accounts.
     */
    @WithDefault("30s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 5)
    Duration officeTimeout();

    /** Address space of each process of LibreOffice. A letter of some pages takes half of it, and 230 MB of memory. */
    @WithDefault("1G")
    MemorySize officeMemory();
}
