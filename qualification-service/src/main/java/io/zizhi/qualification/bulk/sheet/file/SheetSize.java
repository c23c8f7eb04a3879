package io.zizhi.qualification.bulk.sheet.file;

import java.time.Duration;

/**
 * The size that a kind of sheet may have. The API documentation states the numbers, so they cannot be configured.
 *
 * @param maxBytes maximum size in bytes; also the maximum number of characters in all cells, so that an XLSX may contain
 *     as many as a CSV
 * @param maxRows maximum number of rows that are not blank
 * @param maxUnpacked maximum unpacked size of an XLSX in bytes
 * @param longestReading time limit for reading; about ten times what the largest sheet takes
 */
public record SheetSize(int maxBytes, int maxRows, long maxUnpacked, Duration longestReading) {

    /** A sheet of a bulk filing. A thousand rows with all fields filled in take about 700,000 bytes. */
    static final SheetSize FILING = new SheetSize(
            SheetLimits.MAX_BYTES, SheetLimits.MAX_ROWS, SheetLimits.MAX_UNPACKED, SheetLimits.LONGEST_READING);

    /**
     * A sheet of an import: a whole stock of qualifications at once, as on the first day. Ten thousand rows with all
     * fields filled in take about 8,000,000 bytes.
     */
    public static final SheetSize IMPORT =
            new SheetSize(10 * 1024 * 1024, 10_000, 192L * 1024 * 1024, Duration.ofSeconds(60));

    /** Returns the highest row number. Blank rows in between take time, too. */
    int lastRow() {
        return 10 * maxRows;
    }
}
