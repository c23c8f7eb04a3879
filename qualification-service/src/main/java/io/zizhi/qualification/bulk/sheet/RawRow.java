package io.zizhi.qualification.bulk.sheet;

import java.util.List;

/**
 * A row whose columns are not known yet.
 *
 * @param number as spreadsheets count rows
 * @param cells in their order; empty ones say nothing
 */
record RawRow(int number, List<SheetCell> cells) {

    RawRow {
        cells = List.copyOf(cells);
    }

    /** Adds it unless it says nothing; 413 where there are too many. */
    void addTo(List<RawRow> rows) {
        if (cells.stream().allMatch(RawRow::isEmpty)) {
            return;
        }
        if (rows.size() > SheetLimits.MAX_ROWS) {
            throw SheetLimits.tooManyRows();
        }
        rows.add(this);
    }

    static boolean isEmpty(SheetCell cell) {
        return cell.fault() == SheetCell.Fault.NONE && cell.text().isBlank();
    }
}
