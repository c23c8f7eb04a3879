package io.zizhi.qualification.bulk.sheet.file;

import java.util.List;

/**
 * A row before its columns are matched to fields.
 *
 * @param number row number as in the spreadsheet
 * @param cells its cells in order, including empty cells
 */
public record RawRow(int number, List<SheetCell> cells) {

    public RawRow {
        cells = List.copyOf(cells);
    }

    public static boolean isEmpty(SheetCell cell) {
        return cell.fault() == SheetCell.Fault.NONE && cell.text().isBlank();
    }
}
