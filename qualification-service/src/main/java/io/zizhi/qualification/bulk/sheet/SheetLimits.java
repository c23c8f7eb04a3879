package io.zizhi.qualification.bulk.sheet;

import io.zizhi.platform.http.problem.Problems;
import java.time.Duration;

/** How large a sheet may be. The documents of the interface name the first four, so no setting changes them. */
final class SheetLimits {

    /** A thousand rows with every field filled in have about 700,000 bytes. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    /** Rows that say something. One more sheet costs an agency little; one more row costs every reader of the list. */
    static final int MAX_ROWS = 1000;

    /** Blank rows between the others cost time, too. */
    static final int LAST_ROW = 10 * MAX_ROWS;

    /** The template has 28; spreadsheets leave empty columns behind. */
    static final int MAX_COLUMNS = 100;

    /** More than any field of a form takes; a longer text is a finding of its row. */
    static final int MAX_CELL = 4000;

    /** As much as a spreadsheet takes into one cell. Where there is more, a quotation mark is not closed. */
    static final int LONGEST_FIELD = 32_767;

    /** Characters of all cells: an XLSX may hold as much as a CSV. */
    static final int MAX_TEXT = MAX_BYTES;

    /** Of an XLSX, which is compressed; more than any sheet of a thousand rows has. */
    static final long MAX_UNPACKED = 32L * 1024 * 1024;

    /** Parts of an XLSX. Each sheet and each picture is one. */
    static final int MAX_PARTS = 1000;

    /** From one markup character to the next: a full cell, with each character written as an entity. */
    static final int LONGEST_MARKUP = 6 * LONGEST_FIELD;

    /** Elements within each other; those of spreadsheets stay below twenty. */
    static final int MAX_DEPTH = 64;

    /** The largest sheet takes less than a second; a busy machine gets ten times that. */
    static final Duration LONGEST_READING = Duration.ofSeconds(10);

    private SheetLimits() {}

    static RuntimeException tooManyRows() {
        return Problems.tooLarge(
                "SHEET_TOO_MANY_ROWS",
                "A sheet has at most " + MAX_ROWS + " rows, the last of them no lower than row " + LAST_ROW
                        + ". Split it, or delete the empty rows below.");
    }

    static RuntimeException tooManyColumns(int row) {
        return Problems.tooLarge(
                "SHEET_TOO_MANY_COLUMNS",
                "Row " + row + ": a sheet has at most " + MAX_COLUMNS
                        + " columns. Delete the columns to the right of the template's.");
    }

    static RuntimeException tooLarge() {
        return tooLarge("A sheet has at most " + MAX_BYTES + " bytes.");
    }

    static RuntimeException tooLarge(String detail) {
        return Problems.tooLarge("SHEET_TOO_LARGE", detail);
    }
}
