package io.zizhi.qualification.bulk.sheet;

import java.util.List;

/**
 * A row before its columns are matched to fields.
 *
 * @param number row number as in the spreadsheet
 * @param cells its cells in order, including empty cells
 */
record RawRow(int number, List<SheetCell> cells) {

    RawRow {
        cells = List.copyOf(cells);
    }

    static boolean isEmpty(SheetCell cell) {
        return cell.fault() == SheetCell.Fault.NONE && cell.text().isBlank();
    }
}
