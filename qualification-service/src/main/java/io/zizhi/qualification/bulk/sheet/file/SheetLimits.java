package io.zizhi.qualification.bulk.sheet.file;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.account.limits.QualificationLimits;
import java.time.Duration;

/** Limits on sheets. The API documentation states the first four, so they cannot be configured. */
public final class SheetLimits {

    /** See {@link QualificationLimits#SHEET_BYTES}. */
    public static final int MAX_BYTES = QualificationLimits.SHEET_BYTES;

    /** See {@link QualificationLimits#SHEET_ROWS}. */
    public static final int MAX_ROWS = QualificationLimits.SHEET_ROWS;

    /** Highest row number. Blank rows in between take time, too. */
    static final int LAST_ROW = 10 * MAX_ROWS;

    /** Maximum number of columns. The template has 28 and a result sheet 30; spreadsheets add empty columns. */
    public static final int MAX_COLUMNS = 100;

    /**
     * Maximum number of characters in a cell; no field of the form accepts as many. A longer text becomes an error of
     * its row.
     */
    public static final int MAX_CELL = 4000;

    /**
     * Maximum length of a CSV field: spreadsheets store no more in one cell. A longer field means an unclosed quotation
     * mark.
     */
    static final int LONGEST_FIELD = 32_767;

    /** Maximum unpacked size of an XLSX in bytes. No sheet with a thousand rows needs as many. */
    static final long MAX_UNPACKED = 32L * 1024 * 1024;

    /** Maximum number of parts in an XLSX. Each sheet and each picture is one part. */
    static final int MAX_PARTS = 1000;

    /**
     * Maximum number of characters between two markup characters: a full cell with every character escaped as an
     * entity.
     */
    static final int LONGEST_MARKUP = 6 * LONGEST_FIELD;

    /** Maximum nesting depth of elements. Spreadsheets stay below twenty. */
    static final int MAX_DEPTH = 64;

    /**
     * Time limit for reading a sheet. The largest takes less than a second; this allows ten times that on a busy
     * machine.
     */
    static final Duration LONGEST_READING = Duration.ofSeconds(10);

    private SheetLimits() {}

    public static RuntimeException tooManyRows(SheetSize size) {
        return Problems.tooLarge(
                "SHEET_TOO_MANY_ROWS",
                "A sheet may have at most " + size.maxRows() + " rows and none below row " + size.lastRow()
                        + ". Split it, or delete empty rows.");
    }

    static RuntimeException tooManyColumns(int row) {
        return Problems.tooLarge(
                "SHEET_TOO_MANY_COLUMNS",
                "Row " + row + ": a sheet may have at most " + MAX_COLUMNS
                        + " columns. Delete the columns to the right of the template's.");
    }

    public static RuntimeException tooLarge() {
        return tooLarge(SheetSize.FILING);
    }

    public static RuntimeException tooLarge(SheetSize size) {
        return tooLarge("A sheet may have at most " + size.maxBytes() + " bytes.");
    }

    public static RuntimeException tooLarge(String detail) {
        return Problems.tooLarge("SHEET_TOO_LARGE", detail);
    }
}
