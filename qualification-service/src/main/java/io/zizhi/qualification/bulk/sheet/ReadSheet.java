package io.zizhi.qualification.bulk.sheet;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.blocking.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a sheet: its format, its header and its rows, each converted to a form. */
@ApplicationScoped
public class ReadSheet {

    /** Maximum size of a sheet, in bytes. */
    public static final int MAX_BYTES = SheetLimits.MAX_BYTES;

    private final Blocking blocking;
    private final FillInRow fillIn;

    ReadSheet(Blocking blocking, FillInRow fillIn) {
        this.blocking = blocking;
        this.fillIn = fillIn;
    }

    /**
     * Reads a sheet. Rejects a file with an invalid format, unknown headers, no rows, or a limit exceeded.
     *
     * @param account the account whose share of worker threads is used
     * @param noticeVersion version of the notice to which the applicant agreed for all rows
     */
    public Uni<List<RowForm>> handle(String account, SheetFormat format, byte[] sheet, String noticeVersion) {
        return blocking.call(account, () -> {
            Deadline deadline = Deadline.ofSheet();
            List<RowForm> forms = new ArrayList<>();
            for (SheetRow row : read(format, sheet, deadline)) {
                deadline.check();
                forms.add(fillIn.handle(row, noticeVersion));
            }
            return forms;
        });
    }

    /** Returns the problem for a file larger than {@link #MAX_BYTES}. */
    public static RuntimeException tooLarge() {
        return SheetLimits.tooLarge();
    }

    static List<SheetRow> read(SheetFormat format, byte[] bytes, Deadline deadline) {
        List<RawRow> rows =
                format == SheetFormat.CSV ? CsvSheet.read(bytes, deadline) : XlsxSheet.read(bytes, deadline);
        if (rows.size() < 2) {
            throw Problems.badRequest("SHEET_EMPTY", "", "The sheet has no rows below its header.");
        }
        List<SheetColumn> columns = columns(rows.getFirst());
        return rows.subList(1, rows.size()).stream()
                .map(row -> new SheetRow(row.number(), cells(row, columns)))
                .toList();
    }

    private static List<SheetColumn> columns(RawRow header) {
        List<SheetColumn> columns = new ArrayList<>();
        Set<SheetColumn> seen = new HashSet<>();
        for (SheetCell cell : header.cells()) {
            SheetColumn column = SheetColumn.headed(cell.text().strip())
                    .orElseThrow(() -> Problems.badRequest(
                            "SHEET_HEADER_UNKNOWN",
                            "",
                            "Column " + (columns.size() + 1) + ": unknown header; use the template's headers."));
            if (!seen.add(column)) {
                throw Problems.badRequest("SHEET_HEADER_TWICE", "", "Duplicate header: " + column.english() + ".");
            }
            columns.add(column);
        }
        return columns;
    }

    private static Map<SheetColumn, SheetCell> cells(RawRow row, List<SheetColumn> columns) {
        Map<SheetColumn, SheetCell> cells = new EnumMap<>(SheetColumn.class);
        for (int index = 0; index < row.cells().size(); index++) {
            SheetCell cell = row.cells().get(index);
            if (RawRow.isEmpty(cell)) {
                continue;
            }
            if (index >= columns.size()) {
                throw Problems.badRequest(
                        "SHEET_HEADER_UNKNOWN",
                        "",
                        "Row " + row.number() + " has more cells than the header. Add a header or delete the cells.");
            }
            cells.put(columns.get(index), cell);
        }
        return cells;
    }
}
