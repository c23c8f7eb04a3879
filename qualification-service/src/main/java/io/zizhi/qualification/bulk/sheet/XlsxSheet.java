package io.zizhi.qualification.bulk.sheet;

import io.zizhi.platform.problem.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of an XLSX. */
final class XlsxSheet {

    /** Spreadsheets keep numbers as binary fractions of about this many decimal digits. */
    private static final int EXACT_DIGITS = 15;

    private static final int BUFFER = 8192;

    private XlsxSheet() {}

    /** Rows of cells, by their row number; the header is among them. */
    static List<RawRow> read(byte[] bytes) {
        requireSmall(bytes);
        List<RawRow> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> lines = workbook.getFirstSheet().openStream()) {
            for (Iterator<Row> each = lines.iterator(); each.hasNext(); ) {
                Row line = each.next();
                new RawRow(line.getRowNum(), cells(line)).addTo(rows);
            }
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof io.zizhi.platform.problem.ProblemException refusal) {
                throw refusal;
            }
            throw malformed();
        }
        return rows;
    }

    /** A few bytes can unpack to gigabytes, and the reader keeps some parts in memory. Read as the reader reads it. */
    private static void requireSmall(byte[] bytes) {
        long unpacked = 0;
        byte[] buffer = new byte[BUFFER];
        try (ZipFile parts = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                try (InputStream content = parts.getInputStream(part)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        unpacked += read;
                        if (unpacked > SheetLimits.MAX_UNPACKED) {
                            throw SheetLimits.tooLarge();
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw malformed();
        }
    }

    private static RuntimeException malformed() {
        return Problems.badRequest("XLSX_MALFORMED", "", "The file is no XLSX that can be read.");
    }

    private static List<SheetCell> cells(Row line) {
        List<SheetCell> cells = new ArrayList<>();
        int count = Math.min(line.getCellCount(), SheetLimits.MAX_COLUMNS);
        for (int column = 0; column < count; column++) {
            cells.add(cell(line.getOptionalCell(column).orElse(null)));
        }
        return cells;
    }

    private static SheetCell cell(@Nullable Cell cell) {
        if (cell == null) {
            return SheetCell.of("");
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return SheetCell.faulty(SheetCell.Fault.FORMULA);
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case ERROR -> SheetCell.faulty(SheetCell.Fault.ERROR);
            case EMPTY -> SheetCell.of("");
            default -> SheetCell.of(cell.getText());
        };
    }

    private static SheetCell number(Cell cell) {
        BigDecimal number = cell.asNumber().stripTrailingZeros();
        return number.precision() - Math.max(0, number.scale()) > EXACT_DIGITS || number.precision() > EXACT_DIGITS
                ? SheetCell.faulty(SheetCell.Fault.NUMBER_NOT_EXACT)
                : SheetCell.of(number.toPlainString());
    }
}
