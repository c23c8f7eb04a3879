package io.zizhi.qualification.bulk.sheet.file;

import io.zizhi.platform.http.problem.Problems;
import java.io.Reader;

/**
 * Limits the memory that a CSV parser needs: the number of fields in a row, of characters in a field, and of rows. It
 * finds the ends of fields as the parser does (RFC 4180).
 */
final class BoundedFields extends InspectedReader {

    private final SheetSize size;
    private State state = State.FIELD_BEGINS;
    private char previous;
    private int row = 1;
    private int column;
    private int length;

    BoundedFields(Reader source, Deadline deadline) {
        super(source, deadline);
        this.size = deadline.size();
    }

    @Override
    void inspect(char next) {
        switch (state) {
            case FIELD_BEGINS -> {
                if (next == '"') {
                    state = State.QUOTED;
                } else {
                    inspectPlain(next);
                }
            }
            case PLAIN -> inspectPlain(next);
            case QUOTED -> {
                if (next == '"') {
                    state = State.QUOTE_IN_QUOTED;
                }
            }
            case QUOTE_IN_QUOTED -> {
                if (next == '"') {
                    state = State.QUOTED;
                } else {
                    inspectPlain(next);
                }
            }
        }
        previous = next;
        length++;
        if (length > SheetLimits.LONGEST_FIELD) {
            throw state == State.QUOTED ? CsvSheet.malformed() : cellTooLong();
        }
    }

    private void inspectPlain(char next) {
        if (next == ',') {
            begin(column + 1);
        } else if (next == '\n' && previous == '\r') {
            length = 0;
        } else if (next == '\n' || next == '\r') {
            row++;
            begin(0);
        } else {
            state = State.PLAIN;
        }
        if (column >= SheetLimits.MAX_COLUMNS) {
            throw SheetLimits.tooManyColumns(row);
        }
        if (row > size.lastRow() + 1) {
            throw SheetLimits.tooManyRows(size);
        }
    }

    private void begin(int next) {
        column = next;
        length = 0;
        state = State.FIELD_BEGINS;
    }

    private RuntimeException cellTooLong() {
        String detail = "Row " + row + ": a cell may have at most " + SheetLimits.LONGEST_FIELD + " characters.";
        return Problems.tooLarge("SHEET_TOO_LARGE", detail);
    }

    /** Position within a field. */
    private enum State {
        FIELD_BEGINS,
        PLAIN,
        QUOTED,
        /**
         * After a quotation mark inside a quoted field: either the end of the field or the first half of an escaped
         * quotation mark.
         */
        QUOTE_IN_QUOTED
    }
}
