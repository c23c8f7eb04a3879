package io.zizhi.qualification.bulk.sheet.writing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the result of a sheet as an XLSX to be corrected and uploaded again: its columns as uploaded, then the result and
 * the advice for each row. The rows are written without gaps, so their numbers may differ from the uploaded sheet.
 */
@Singleton
public class WriteResult {

    private final Blocking blocking;

    WriteResult(Blocking blocking) {
        this.blocking = blocking;
    }

    /**
     * @param account the account whose share of worker threads is used
     * @param headers the headers of the uploaded sheet
     */
    public Uni<Buffer> handle(String account, SheetHeaders headers, List<ResultRow> rows, SheetLanguage language) {
        return blocking.call(account, () -> Buffer.buffer(write(headers, rows, language)));
    }

    public static byte[] write(SheetHeaders uploaded, List<ResultRow> rows, SheetLanguage language) throws IOException {
        List<SheetColumn> fields = uploaded.fields();
        List<String> texts = new ArrayList<>(fields.stream()
                .map(column -> uploaded.placeOf(column).orElseThrow().header())
                .toList());
        texts.add(language.header(SheetColumn.RESULT));
        texts.add(language.header(SheetColumn.ADVICE));
        SheetHeaders headers = SheetHeaders.stored(texts);
        List<List<String>> cells = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            cells.add(cells(rows.get(index), index + 2, fields, headers, language));
        }
        return new SheetWorkbook(headers, language).write(cells);
    }

    /** @param number row number in the result sheet */
    private static List<String> cells(
            ResultRow row, int number, List<SheetColumn> fields, SheetHeaders headers, SheetLanguage language) {
        List<String> cells = new ArrayList<>(fields.stream()
                .map(column -> row.texts().getOrDefault(column, ""))
                .toList());
        cells.add(language.result(row.result()));
        cells.add(Stream.concat(
                        row.workOrder().map(language::workOrder).stream(),
                        row.findings().stream()
                                .map(finding -> finding.in(headers, number))
                                .map(finding -> advice(finding, language)))
                .collect(Collectors.joining("\n")));
        return cells;
    }

    private static String advice(RowFinding finding, SheetLanguage language) {
        String place = finding.cell() == null ? "" : finding.cell() + " " + finding.header() + ": ";
        return place + language.advice(finding);
    }
}
