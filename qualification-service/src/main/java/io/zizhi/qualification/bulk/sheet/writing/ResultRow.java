package io.zizhi.qualification.bulk.sheet.writing;

import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.column.SheetResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a result sheet.
 *
 * @param number row number in the sheet that was uploaded
 * @param texts the cells as written, by column
 * @param result what became of it
 * @param workOrder the work order of its submission
 * @param findings problems found in it
 */
public record ResultRow(
        int number,
        Map<SheetColumn, String> texts,
        SheetResult result,
        Optional<Long> workOrder,
        List<RowFinding> findings) {

    public ResultRow {
        texts = Map.copyOf(texts);
        findings = List.copyOf(findings);
    }

    /** Omits the contents of cells, which may be personal data. */
    @Override
    public String toString() {
        return "ResultRow[" + number + "]";
    }
}
