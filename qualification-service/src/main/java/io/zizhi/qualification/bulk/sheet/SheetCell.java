package io.zizhi.qualification.bulk.sheet;

/**
 * One cell that is not empty.
 *
 * @param text what it says
 * @param fault why it cannot be read
 */
record SheetCell(String text, Fault fault) {

    /** What keeps a cell from being read. */
    enum Fault {
        NONE,
        FORMULA,
        /** A number of so many digits that spreadsheets do not keep them all. */
        NUMBER_NOT_EXACT,
        /** What a formula left behind, or a spreadsheet's own error. */
        ERROR
    }

    static SheetCell of(String text) {
        return new SheetCell(text, Fault.NONE);
    }

    static SheetCell faulty(Fault fault) {
        return new SheetCell("", fault);
    }
}
