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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the result of a sheet as an XLSX to be corrected and uploaded again: its columns as uploaded, then the result and
 * the advice for each row. Rows and columns keep their places, so that a cell has the same address in the uploaded sheet,
 * the result sheet and the findings. Rows that were left out are empty.
 */
@Singleton
public class WriteResult {

    /** Number of the first row below the header. */
    private static final int FIRST = 2;

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

    static byte[] write(SheetHeaders uploaded, List<ResultRow> rows, SheetLanguage language) throws IOException {
        SheetHeaders headers = uploaded.with(List.of(SheetColumn.RESULT, SheetColumn.ADVICE), language::header);
        List<List<String>> cells = new ArrayList<>();
        for (ResultRow row : rows) {
            while (cells.size() < row.number() - FIRST) {
                cells.add(List.of());
            }
            cells.add(cells(row, headers, language));
        }
        return new SheetWorkbook(headers, language).write(cells);
    }

    private static List<String> cells(ResultRow row, SheetHeaders headers, SheetLanguage language) {
        return IntStream.range(0, headers.texts().size())
                .mapToObj(index -> headers.at(index)
                        .map(column -> cell(row, column, headers, language))
                        .orElse(""))
                .toList();
    }

    private static String cell(ResultRow row, SheetColumn column, SheetHeaders headers, SheetLanguage language) {
        return switch (column) {
            case RESULT -> language.result(row.result());
            case ADVICE ->
                Stream.concat(
                                row.workOrder().map(language::workOrder).stream(),
                                row.findings().stream()
                                        .map(finding -> finding.in(headers, row.number()))
                                        .map(finding -> advice(finding, language)))
                        .collect(Collectors.joining("\n"));
            default -> row.texts().getOrDefault(column, "");
        };
    }

    private static String advice(RowFinding finding, SheetLanguage language) {
        String place = finding.cell() == null ? "" : finding.cell() + " " + finding.header() + ": ";
        return place + language.advice(finding);
    }
}
