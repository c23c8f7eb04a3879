package io.zizhi.qualification.bulk.sheet.file;

import java.io.Reader;

/**
 * Limits the memory that an XML parser needs. A parser buffers a whole tag with its attributes, or a whole text. Both
 * lie between one {@code <} and the next, and that distance is limited. Only comments, CDATA sections, declarations and
 * processing instructions can contain further {@code <}. Spreadsheets do not need them, so they are rejected, including
 * every DTD and entity. Only the XML declaration at the start is allowed.
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
            throw SheetLimits.tooLarge("A cell may have at most " + SheetLimits.LONGEST_FIELD
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
