package io.zizhi.document.intake.inspection.pdf;

import io.zizhi.document.intake.inspection.pdf.PdfTokens.Kind;
import java.util.BitSet;
import java.util.Set;

/**
 * Decides whether the actions that a file runs unasked only go to a page of the same file, as TeX writes it. Such an
 * action may be any object, also a compressed one. An object may be defined several times, and then each definition
 * must be such an action, because readers differ in which one they use.
 */
final class ActionsAtOpening {

    /** A file of five megabytes has fewer objects. */
    private static final int HIGHEST_NUMBER = 1_000_000;

    /** Most bytes of an action that goes to a page; the name of the place may be long. */
    private static final int LONGEST = 1_000;

    /** All names that such an action needs: its kind, its place, and how the page fits into the window. */
    private static final Set<String> NEEDED =
            Set.of("Type", "Action", "S", "GoTo", "D", "XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH", "FitBV");

    private final BitSet goingToPages = new BitSet();
    private final BitSet others = new BitSet();
    private final BitSet opening = new BitSet();
    private int found;
    private int read;
    private boolean unclear;

    /**
     * Counts a name that stands for such actions, wherever it is: {@code AA}, or {@code OpenAction} with a value other
     * than a page.
     */
    void find(String name, int valueBegins) {
        if (name.equals("AA") || (name.equals("OpenAction") && valueBegins != '[')) {
            found++;
        }
    }

    boolean exist() {
        return found > 0;
    }

    /** Returns whether all of them were read, and each goes to a page. Valid at the end of the file. */
    boolean onlyGoToPages() {
        BitSet unknown = (BitSet) opening.clone();
        unknown.andNot(goingToPages);
        return !unclear && found == read && unknown.isEmpty() && !opening.intersects(others);
    }

    /** Reads the value of {@code OpenAction} that begins at that position. A page is no action. */
    void readOpenAction(byte[] bytes, int at) {
        int first = at < bytes.length ? bytes[at] : 0;
        if (first == '[') {
            return;
        }
        read++;
        PdfTokens value = new PdfTokens(bytes, at, bytes.length);
        try {
            if (first == '<') {
                unclear |= !goesToPage(value, true);
            } else {
                require(value.next() == Kind.INTEGER);
                int number = number(value.text());
                require(value.next() == Kind.INTEGER);
                require(value.next() == Kind.OTHER && value.text().equals("R"));
                opening.set(number);
            }
        } catch (StructureException unknown) {
            unclear = true;
        }
    }

    /** Receives the definition of an object; {@code start} and {@code end} surround its value. */
    void define(String digits, byte[] bytes, int start, int end) {
        try {
            int number = number(digits);
            if (start <= end && end - start <= LONGEST && isGoingToPage(bytes, start, end)) {
                goingToPages.set(number);
            } else {
                others.set(number);
            }
        } catch (StructureException unknown) {
            unclear = true;
        }
    }

    /**
     * Receives a stream of objects: pairs of numbers and offsets, and the objects.
     *
     * @param first offset of the first object, to which the others are relative; -1 if it is unknown
     * @param count declared number of objects; -1 if it is unknown
     */
    void defineCompressed(byte[] objects, int first, int count) {
        try {
            require(first > 0 && first <= objects.length);
            // Readers do not stop at the first object: they would read on in its digits, and would read further pairs.
            require(PdfTokens.isWhiteSpace(objects[first - 1]));
            PdfTokens header = new PdfTokens(objects, 0, first);
            String number = "";
            int from = first;
            int pairs = 0;
            while (header.next() == Kind.INTEGER) {
                String next = header.text();
                require(header.next() == Kind.INTEGER);
                int to = first + number(header.text());
                // Overlapping objects could make this slow.
                require(to >= from && to <= objects.length);
                if (!number.isEmpty()) {
                    define(number, objects, from, to);
                }
                number = next;
                from = to;
                pairs++;
            }
            require(header.start() == first && pairs > 0 && pairs == count);
            define(number, objects, from, objects.length);
            readOpenActions(new PdfTokens(objects, first, objects.length), objects);
        } catch (StructureException unknown) {
            unclear = true;
        }
    }

    private void readOpenActions(PdfTokens tokens, byte[] objects) {
        for (Kind kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
            if (kind == Kind.NAME && tokens.text().equals("OpenAction")) {
                tokens.following();
                readOpenAction(objects, tokens.position());
            }
        }
    }

    /** Records that objects could not be read. */
    void missObjects() {
        unclear = true;
    }

    private static boolean isGoingToPage(byte[] bytes, int start, int end) {
        PdfTokens tokens = new PdfTokens(bytes, start, end);
        int at = start;
        while (at < end && PdfTokens.isWhiteSpace(bytes[at])) {
            at++;
        }
        return goesToPage(tokens, at < end && bytes[at] == '<') && tokens.next() == Kind.END;
    }

    /** Reads an action, or the array of a page, and stops at the first name that neither needs. */
    private static boolean goesToPage(PdfTokens tokens, boolean isAction) {
        if (tokens.next() != Kind.OPEN) {
            return false;
        }
        int kinds = 0;
        for (int depth = 1; depth > 0; ) {
            switch (tokens.next()) {
                case OPEN -> depth++;
                case CLOSE -> depth--;
                case NAME -> {
                    if (!NEEDED.contains(tokens.text())) {
                        return false;
                    }
                    if (tokens.text().equals("S")) {
                        kinds++;
                        if (tokens.next() != Kind.NAME || !tokens.text().equals("GoTo")) {
                            return false;
                        }
                    }
                }
                case INTEGER, OTHER, TEXT -> {}
                case END -> {
                    return false;
                }
            }
        }
        return kinds == (isAction ? 1 : 0);
    }

    private static int number(String digits) {
        require(!digits.isEmpty() && digits.length() <= 18);
        long number = Long.parseLong(digits);
        require(number >= 0 && number <= HIGHEST_NUMBER);
        return (int) number;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new StructureException();
        }
    }
}
