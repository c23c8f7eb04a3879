package io.zizhi.qualification.bulk.sheet;

import io.zizhi.platform.http.problem.Problems;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a sheet may still be read, so that no sheet occupies its thread for longer. */
final class Deadline {

    private final LongSupplier nanoTime;
    private final long start;
    private final long longest;

    /** @param nanoTime {@link System#nanoTime} outside of tests */
    Deadline(Duration longest, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.longest = longest.toNanos();
    }

    static Deadline ofSheet() {
        return new Deadline(SheetLimits.LONGEST_READING, System::nanoTime);
    }

    /** Called for every piece that is read. */
    void check() {
        if (nanoTime.getAsLong() - start > longest) {
            throw Problems.tooLarge(
                    "SHEET_TOO_SLOW", "The sheet takes too long to read. Copy its rows into a new template.");
        }
    }
}
