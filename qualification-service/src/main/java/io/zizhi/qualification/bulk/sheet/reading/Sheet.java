package io.zizhi.qualification.bulk.sheet.reading;

import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import java.util.List;

/**
 * A sheet that was read.
 *
 * @param headers its headers
 * @param rows the rows to submit, in order
 * @param skipped number of rows left out: the template's example and rows that were submitted already
 */
public record Sheet(SheetHeaders headers, List<SheetRow> rows, int skipped) {

    public Sheet {
        rows = List.copyOf(rows);
    }

    /** Returns the file names that the rows use instead of ids of documents, each once. */
    public List<String> fileNames() {
        return rows.stream().flatMap(SheetRow::fileNames).distinct().toList();
    }
}
