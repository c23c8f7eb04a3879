package io.zizhi.qualification.bulk.sheet;

import io.zizhi.platform.http.problem.Problems;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Limits the time for reading one sheet, so that no sheet occupies its thread for too long. */
final class Deadline {

    private final LongSupplier nanoTime;
    private final long start;
    private final long longest;

    /** @param nanoTime {@link System#nanoTime} except in tests */
    Deadline(Duration longest, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.longest = longest.toNanos();
    }

    static Deadline ofSheet() {
        return new Deadline(SheetLimits.LONGEST_READING, System::nanoTime);
    }

    /** Throws a problem if the time is up. Called for every chunk that is read. */
    void check() {
        if (nanoTime.getAsLong() - start > longest) {
            throw Problems.tooLarge(
                    "SHEET_TOO_SLOW", "Reading the sheet took too long. Copy its rows into a new template.");
        }
    }
}
