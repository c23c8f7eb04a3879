package io.zizhi.qualification.bulk.sheet.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one XLSX sheet. Rows and cells must be in ascending order, so the highest allowed number limits how
 * many there are.
 */
final class XlsxRows {

    private static final SheetCell EMPTY = SheetCell.of("");
    private static final int LETTERS = 26;

    private final XlsxTexts texts;
    private final SheetSize size;
    private final RawRows rows;
    private List<SheetCell> cells = new ArrayList<>();
    private int row;
    private @Nullable XlsxCell cell;

    private XlsxRows(XlsxTexts texts, SheetSize size) {
        this.texts = texts;
        this.size = size;
        this.rows = new RawRows(size);
    }

    static List<RawRow> read(XlsxParts parts, String name, XlsxTexts texts) throws IOException, XMLStreamException {
        XlsxRows rows = new XlsxRows(texts, parts.size());
        try (XmlPart part = parts.open(name)) {
            while (part.next() && !part.closes("sheetData")) {
                rows.add(part);
            }
        }
        return rows.rows.list();
    }

    private void add(XmlPart part) {
        if (part.opens("row")) {
            beginRow(part.attribute("r"));
        } else if (part.closes("row")) {
            rows.add(row, cells);
        } else if (part.opens("c")) {
            beginCell(part.attribute("r"));
            cell = new XlsxCell(part.attribute("t"));
        } else if (cell != null && part.closes("c")) {
            cells.add(cell.finished(texts));
            cell = null;
        } else if (cell != null) {
            cell.add(part);
        }
    }

    /** @param number row number; if absent, the row follows the previous one */
    private void beginRow(@Nullable String number) {
        int next = number == null ? row + 1 : Integer.parseInt(number);
        if (next <= row) {
            throw XlsxSheet.malformed();
        }
        if (next > size.lastRow()) {
            throw SheetLimits.tooManyRows(size);
        }
        row = next;
        cells = new ArrayList<>();
    }

    /** @param reference such as AB12; if absent, the cell follows the previous one */
    private void beginCell(@Nullable String reference) {
        int column = reference == null ? cells.size() : column(reference);
        if (column < cells.size()) {
            throw XlsxSheet.malformed();
        }
        if (column >= SheetLimits.MAX_COLUMNS) {
            throw SheetLimits.tooManyColumns(row);
        }
        while (cells.size() < column) {
            cells.add(EMPTY);
        }
    }

    /** Returns the column index from 0; {@link SheetLimits#MAX_COLUMNS} stands for all columns beyond the limit. */
    private static int column(String reference) {
        int column = 0;
        for (int at = 0; at < reference.length() && !Character.isDigit(reference.charAt(at)); at++) {
            int letter = reference.charAt(at) - 'A';
            if (letter < 0 || letter >= LETTERS) {
                throw XlsxSheet.malformed();
            }
            column = column * LETTERS + letter + 1;
            if (column > SheetLimits.MAX_COLUMNS) {
                return SheetLimits.MAX_COLUMNS;
            }
        }
        return column - 1;
    }
}
