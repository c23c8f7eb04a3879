package io.zizhi.qualification.bulk.sheet.file;

import java.util.ArrayList;
import java.util.List;

/** Collects the rows that are not blank, up to the limits of a sheet. */
final class RawRows {

    private final List<RawRow> rows = new ArrayList<>();
    private final SheetSize size;
    private long text;

    RawRows(SheetSize size) {
        this.size = size;
    }

    void add(int number, List<SheetCell> cells) {
        if (cells.stream().allMatch(RawRow::isEmpty)) {
            return;
        }
        // The list also contains the header and possibly the template's example.
        if (rows.size() > size.maxRows() + 1) {
            throw SheetLimits.tooManyRows(size);
        }
        text += cells.stream().mapToLong(cell -> cell.text().length()).sum();
        if (text > size.maxBytes()) {
            throw SheetLimits.tooLarge(
                    "The cells may have at most " + size.maxBytes() + " characters in total. Split the sheet.");
        }
        rows.add(new RawRow(number, cells));
    }

    List<RawRow> list() {
        return rows;
    }
}
