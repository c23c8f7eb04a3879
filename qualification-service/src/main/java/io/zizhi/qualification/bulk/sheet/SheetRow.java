package io.zizhi.qualification.bulk.sheet;

import java.util.Map;

/**
 * One row that says something.
 *
 * @param number as spreadsheets count rows, the header being 1
 * @param cells the cells that are not empty
 */
public record SheetRow(int number, Map<SheetColumn, SheetCell> cells) {

    public SheetRow {
        cells = Map.copyOf(cells);
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "SheetRow[" + number + "]";
    }
}
