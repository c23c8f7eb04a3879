package io.zizhi.qualification.bulk.sheet.writing;

import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import io.zizhi.qualification.bulk.sheet.file.SheetLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes an XLSX to fill in. Cells have the text format, so that spreadsheets keep every digit of a number. Columns with
 * fixed words have a drop-down list, which does not refuse other accepted words. Each header has a note.
 */
final class SheetWorkbook {

    private static final String TEXT_FORMAT = "@";
    private static final double COLUMN_WIDTH = 22;

    /** The last row to fill in, if fewer are written: below the header and the example. */
    private static final int LAST = SheetLimits.MAX_ROWS + 1;

    private final SheetHeaders headers;
    private final SheetLanguage language;
    private final IntFunction<Optional<String>> notes;

    SheetWorkbook(SheetHeaders headers, SheetLanguage language) {
        this(headers, language, column -> headers.at(column).map(language::note));
    }

    /** @param notes the note of the column at a position */
    SheetWorkbook(SheetHeaders headers, SheetLanguage language, IntFunction<Optional<String>> notes) {
        this.headers = headers;
        this.language = language;
        this.notes = notes;
    }

    /** @param rows the cells of each row below the header, in the order of the headers */
    byte[] write(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Zizhi", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("资质");
            int last = Math.max(LAST, rows.size());
            for (int column = 0; column < headers.texts().size(); column++) {
                prepare(sheet, column, last);
            }
            for (int row = 0; row < rows.size(); row++) {
                write(sheet, row + 1, rows.get(row));
            }
            sheet.freezePane(0, 1);
        }
        return file.toByteArray();
    }

    private void prepare(Worksheet sheet, int column, int last) {
        sheet.value(0, column, headers.texts().get(column));
        sheet.style(0, column).bold().set();
        sheet.width(column, COLUMN_WIDTH);
        sheet.range(1, column, last, column).style().format(TEXT_FORMAT).set();
        notes.apply(column).ifPresent(note -> sheet.comment(0, column, note));
        headers.at(column)
                .flatMap(headers::wordsOf)
                .map(language::words)
                .ifPresent(words -> sheet.range(1, column, last, column)
                        .validateWithListByFormula("\"" + String.join(",", words) + "\"")
                        .allowBlank(true)
                        .errorStyle(DataValidationErrorStyle.WARNING)
                        .showErrorMessage(false));
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.value(row, column, cells.get(column));
            }
        }
    }
}
