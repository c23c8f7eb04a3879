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

    static boolean isEmpty(SheetCell cell) {
        return cell.fault() == SheetCell.Fault.NONE && cell.text().isBlank();
    }
}
