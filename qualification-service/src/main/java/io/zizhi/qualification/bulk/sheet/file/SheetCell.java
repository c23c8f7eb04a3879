package io.zizhi.qualification.bulk.sheet.file;

/**
 * A cell of a sheet.
 *
 * @param text its text; empty if it is unreadable
 * @param fault why it cannot be used, if it cannot
 */
public record SheetCell(String text, Fault fault) {

    /** Why a cell cannot be used. */
    public enum Fault {
        NONE,
        FORMULA,
        /** A number with more digits than spreadsheets store exactly. */
        NUMBER_NOT_EXACT,
        /** The result of a failed formula, or another spreadsheet error. */
        ERROR
    }

    public static SheetCell of(String text) {
        return new SheetCell(text, Fault.NONE);
    }

    /** @param text the number in scientific notation, which is a fault in a text cell, too */
    public static SheetCell notExact(String text) {
        return new SheetCell(text, Fault.NUMBER_NOT_EXACT);
    }

    public static SheetCell faulty(Fault fault) {
        return new SheetCell("", fault);
    }
}
