package io.zizhi.qualification.bulk.sheet.reading;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import io.zizhi.qualification.bulk.sheet.column.SheetPlace;
import io.zizhi.qualification.bulk.sheet.file.CsvSheet;
import io.zizhi.qualification.bulk.sheet.file.Deadline;
import io.zizhi.qualification.bulk.sheet.file.RawRow;
import io.zizhi.qualification.bulk.sheet.file.SheetCell;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import io.zizhi.qualification.bulk.sheet.file.SheetLimits;
import io.zizhi.qualification.bulk.sheet.file.XlsxSheet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
     */
    public Uni<Sheet> handle(String account, SheetFormat format, byte[] sheet) {
        return blocking.call(account, () -> read(format, sheet, Deadline.ofSheet()));
    }

    /**
     * Converts the rows of a sheet to forms.
     *
     * @param account the account whose share of worker threads is used
     * @param names the documents that its file names refer to
     * @param noticeVersion version of the notice to which the applicant agreed for all rows
     */
    public Uni<List<RowForm>> fillIn(String account, Sheet sheet, DocumentNames names, String noticeVersion) {
        return blocking.call(account, () -> {
            Deadline deadline = Deadline.ofSheet();
            List<RowForm> forms = new ArrayList<>();
            for (SheetRow row : sheet.rows()) {
                deadline.check();
                forms.add(fillIn.handle(row, sheet.headers(), names, noticeVersion));
            }
            return forms;
        });
    }

    /** Returns the problem for a file larger than {@link #MAX_BYTES}. */
    public static RuntimeException tooLarge() {
        return SheetLimits.tooLarge();
    }

    public static Sheet read(SheetFormat format, byte[] bytes, Deadline deadline) {
        return sheet(rows(format, bytes, deadline), deadline);
    }

    public static List<RawRow> rows(SheetFormat format, byte[] bytes, Deadline deadline) {
        return format == SheetFormat.CSV ? CsvSheet.read(bytes, deadline) : XlsxSheet.read(bytes, deadline);
    }

    public static Sheet sheet(List<RawRow> rows, Deadline deadline) {
        if (rows.size() < 2) {
            throw Problems.badRequest("SHEET_EMPTY", "", "The sheet has no rows below its header.");
        }
        SheetHeaders headers = SheetHeaders.read(rows.getFirst());
        List<SheetRow> all = rows.subList(1, rows.size()).stream()
                .map(row -> new SheetRow(row.number(), cells(row, headers)))
                .toList();
        List<SheetRow> wanted = all.stream().filter(row -> !row.isSkipped()).toList();
        if (wanted.isEmpty()) {
            throw Problems.badRequest(
                    "SHEET_EMPTY", "", "All rows of the sheet are examples or already submitted; add rows to submit.");
        }
        if (wanted.size() > deadline.size().maxRows()) {
            throw SheetLimits.tooManyRows(deadline.size());
        }
        return new Sheet(headers, wanted, all.size() - wanted.size());
    }

    private static Map<SheetColumn, SheetCell> cells(RawRow row, SheetHeaders headers) {
        Map<SheetColumn, SheetCell> cells = new EnumMap<>(SheetColumn.class);
        for (int index = 0; index < row.cells().size(); index++) {
            SheetCell cell = row.cells().get(index);
            if (!RawRow.isEmpty(cell)) {
                cells.put(columnAt(headers, index, row.number()), cell);
            }
        }
        return cells;
    }

    private static SheetColumn columnAt(SheetHeaders headers, int index, int row) {
        return headers.at(index)
                .orElseThrow(() -> Problems.badRequest(
                        "SHEET_HEADER_UNKNOWN",
                        "",
                        "Cell " + SheetPlace.letters(index) + row
                                + " has no header. Add a header to its column or delete the cell."));
    }
}
