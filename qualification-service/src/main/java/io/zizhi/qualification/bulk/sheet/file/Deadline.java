package io.zizhi.qualification.bulk.sheet.file;

import io.zizhi.platform.http.problem.Problems;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Limits the time for reading one sheet, so that no sheet occupies its thread for too long, and knows its size. */
public final class Deadline {

    private final LongSupplier nanoTime;
    private final long start;
    private final long longest;
    private final SheetSize size;

    /** @param nanoTime {@link System#nanoTime} except in tests */
    public Deadline(Duration longest, LongSupplier nanoTime) {
        this(SheetSize.FILING, longest, nanoTime);
    }

    private Deadline(SheetSize size, Duration longest, LongSupplier nanoTime) {
        this.size = size;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.longest = longest.toNanos();
    }

    public static Deadline ofSheet() {
        return of(SheetSize.FILING);
    }

    public static Deadline of(SheetSize size) {
        return new Deadline(size, size.longestReading(), System::nanoTime);
    }

    /** Returns the size that the sheet may have. */
    public SheetSize size() {
        return size;
    }

    /** Throws a problem if the time is up. Called for every chunk that is read. */
    public void check() {
        if (nanoTime.getAsLong() - start > longest) {
            throw Problems.tooLarge(
                    "SHEET_TOO_SLOW", "Reading the sheet took too long. Copy its rows into a new template.");
        }
    }
}
