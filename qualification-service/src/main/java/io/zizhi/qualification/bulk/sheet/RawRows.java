package io.zizhi.qualification.bulk.sheet;

import java.util.ArrayList;
import java.util.List;

/** Collects the rows that are not blank, up to the limits of a sheet. */
final class RawRows {

    private final List<RawRow> rows = new ArrayList<>();
    private long text;

    void add(int number, List<SheetCell> cells) {
        if (cells.stream().allMatch(RawRow::isEmpty)) {
            return;
        }
        // The list also contains the header and possibly the template's example.
        if (rows.size() > SheetLimits.MAX_ROWS + 1) {
            throw SheetLimits.tooManyRows();
        }
        text += cells.stream().mapToLong(cell -> cell.text().length()).sum();
        if (text > SheetLimits.MAX_TEXT) {
            throw SheetLimits.tooLarge(
                    "The cells may have at most " + SheetLimits.MAX_TEXT + " characters in total. Split the sheet.");
        }
        rows.add(new RawRow(number, cells));
    }

    List<RawRow> list() {
        return rows;
    }
}
