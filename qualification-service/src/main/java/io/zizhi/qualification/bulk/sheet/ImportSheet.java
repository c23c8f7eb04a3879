package io.zizhi.qualification.bulk.sheet;

import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import io.zizhi.qualification.bulk.sheet.reading.ImportLine;
import java.util.List;

/**
 * The sheet of an import.
 *
 * @param headers its headers, including those of the columns that only imports have
 * @param lines its rows
 * @param skipped number of rows that were left out: the template's example
 */
public record ImportSheet(SheetHeaders headers, List<ImportLine> lines, int skipped) {

    public ImportSheet {
        lines = List.copyOf(lines);
    }

    /** Returns the sheet with other lines. */
    public ImportSheet with(List<ImportLine> newLines) {
        return new ImportSheet(headers, newLines, skipped);
    }
}
