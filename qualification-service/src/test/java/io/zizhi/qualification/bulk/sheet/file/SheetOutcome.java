package io.zizhi.qualification.bulk.sheet.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.http.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The result of reading a hostile sheet: rows within the limits, or a documented error. */
final class SheetOutcome {

    private static final Set<String> REFUSALS = Set.of(
            "XLSX_MALFORMED",
            "CSV_MALFORMED",
            "CSV_ENCODING_UNKNOWN",
            "SHEET_TOO_LARGE",
            "SHEET_TOO_MANY_ROWS",
            "SHEET_TOO_MANY_COLUMNS");

    private SheetOutcome() {}

    /** Returns the code with which the sheet is rejected, or empty if it is accepted. */
    static Optional<String> refusalOf(SheetFormat format, byte[] sheet) {
        try {
            List<RawRow> rows = format == SheetFormat.CSV
                    ? CsvSheet.read(sheet, Deadline.ofSheet())
                    : XlsxSheet.read(sheet, Deadline.ofSheet());
            assertThat(rows).hasSizeLessThanOrEqualTo(SheetLimits.MAX_ROWS + 2);
            assertThat(rows).allMatch(row -> row.cells().size() <= SheetLimits.MAX_COLUMNS);
            return Optional.empty();
        } catch (ProblemException refusal) {
            assertThat(REFUSALS).contains(refusal.code());
            return Optional.of(refusal.code());
        }
    }
}
