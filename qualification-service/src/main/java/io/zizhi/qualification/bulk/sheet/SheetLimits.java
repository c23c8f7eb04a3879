package io.zizhi.qualification.bulk.sheet;

import io.zizhi.platform.problem.Problems;

/** How large a sheet may be. */
final class SheetLimits {

    static final int MAX_BYTES = 2 * 1024 * 1024;
    static final int MAX_ROWS = 1000;
    static final int MAX_COLUMNS = 100;
    static final int MAX_CELL = 4000;

    /** Of an XLSX, which is compressed; more than any sheet of a thousand rows has. */
    static final long MAX_UNPACKED = 32L * 1024 * 1024;

    private SheetLimits() {}

    static RuntimeException tooManyRows() {
        return Problems.tooLarge("SHEET_TOO_MANY_ROWS", "A sheet has at most " + MAX_ROWS + " rows.");
    }

    static RuntimeException tooLarge() {
        return Problems.tooLarge("SHEET_TOO_LARGE", "A sheet has at most " + MAX_BYTES + " bytes.");
    }
}
