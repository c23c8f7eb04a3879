package io.zizhi.qualification.bulk.sheet;

import java.io.Reader;

/**
 * Bounds what an XML parser has to keep in memory. A parser keeps a tag with all its attributes, or a text; either lies
 * between one {@code <} and the next, and that distance is bounded. Only comments, CDATA sections, declarations and
 * processing instructions may hold further {@code <}. Spreadsheets need none of them, so they are refused, and with them
 * every DTD and entity. The one exception is the XML declaration at the start.
 */
final class BoundedMarkup extends InspectedReader {

    private int distance;
    private char previous;
    private boolean begun;
    private boolean inDeclaration;

    BoundedMarkup(Reader source, Deadline deadline) {
        super(source, deadline);
    }

    @Override
    void inspect(char next) {
        if (inDeclaration) {
            refuseIf(next == '<');
            inDeclaration = previous != '?' || next != '>';
        } else if (previous == '<') {
            refuseIf(next == '!' || (next == '?' && begun));
            inDeclaration = next == '?';
            begun = true;
        }
        distance = next == '<' ? 0 : distance + 1;
        if (distance > SheetLimits.LONGEST_MARKUP) {
            throw SheetLimits.tooLarge("A cell has at most " + SheetLimits.LONGEST_FIELD
                    + " characters. Copy the rows into a new template.");
        }
        previous = next;
    }

    private static void refuseIf(boolean hostile) {
        if (hostile) {
            throw XlsxSheet.malformed();
        }
    }
}
