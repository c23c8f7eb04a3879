package io.zizhi.qualification.bulk.sheet;

import java.util.Map;

/**
 * A row with at least one filled-in cell.
 *
 * @param number row number as in the spreadsheet; the header is row 1
 * @param cells the cells that are not empty
 */
public record SheetRow(int number, Map<SheetColumn, SheetCell> cells) {

    public SheetRow {
        cells = Map.copyOf(cells);
    }

    /** Omits the contents of cells, which may be personal data. */
    @Override
    public String toString() {
        return "SheetRow[" + number + "]";
    }
}
