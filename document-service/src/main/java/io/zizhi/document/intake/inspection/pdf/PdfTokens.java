package io.zizhi.document.intake.inspection.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Splits a PDF into tokens (ISO 32000-1, 7.2): names, numbers, keywords, strings and brackets. It skips white space and
 * comments, and remembers where the last {@code %%EOF} ends.
 */
final class PdfTokens {

    /** Kinds of tokens. */
    enum Kind {
        NAME,
        INTEGER,
        OTHER,
        /** A string in either notation, or a comment. */
        TEXT,
        OPEN,
        CLOSE,
        END
    }

    static final String DELIMITERS = "()<>[]{}/%";

    /** The longest name or keyword that is compared with anything. Of a longer one, only the beginning is kept. */
    private static final int LONGEST = 32;

    private final byte[] bytes;
    private final int end;
    private int position;
    private int start;
    private int endOfFile = -1;
    private String text = "";

    /** Splits the bytes from {@code start} to {@code end}. */
    PdfTokens(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** Moves to the next token and returns its kind. */
    Kind next() {
        skipWhiteSpace();
        start = position;
        text = "";
        if (position >= end) {
            return Kind.END;
        }
        int first = bytes[position++] & 0xff;
        return switch (first) {
            case '%' -> comment();
            case '/' -> name();
            case '(' -> string();
            case '<' -> open('<', Kind.OPEN);
            case '>' -> open('>', Kind.CLOSE);
            case '[', '{' -> Kind.OPEN;
            case ']', '}' -> Kind.CLOSE;
            case ')' -> throw new StructureException();
            default -> regular();
        };
    }

    /** Returns the current name, without the slash and with its escapes resolved, or the number or keyword. */
    String text() {
        return text;
    }

    /** Returns where the current token begins. */
    int start() {
        return start;
    }

    /** Returns the position after the current token. */
    int position() {
        return position;
    }

    /** Returns the next character that is not white space; 0 at the end. */
    int following() {
        skipWhiteSpace();
        return position < end ? bytes[position] & 0xff : 0;
    }

    void continueAt(int newPosition) {
        position = newPosition;
    }

    /** Returns the position after the last {@code %%EOF}; -1 if there is none. */
    int endOfFile() {
        return endOfFile;
    }

    private Kind comment() {
        while (position < end && bytes[position] != '\r' && bytes[position] != '\n') {
            position++;
        }
        if (position - start >= 5 && new String(bytes, start, 5, ISO_8859_1).equals("%%EOF")) {
            endOfFile = start + 5;
        }
        return Kind.TEXT;
    }

    private Kind name() {
        StringBuilder name = new StringBuilder();
        boolean ended = false;
        while (position < end && isRegular(bytes[position])) {
            int next = bytes[position++] & 0xff;
            ended |= endsSomeNames(next);
            if (next == '#' && position + 1 < end && isRegular(bytes[position]) && isRegular(bytes[position + 1])) {
                next = escaped(bytes[position] & 0xff, bytes[position + 1] & 0xff);
                position += 2;
            }
            if (!ended && name.length() < LONGEST) {
                name.append((char) next);
            }
        }
        text = name.toString();
        return Kind.NAME;
    }

    /**
     * Returns the character that an escape in a name stands for. PDFium computes it from any two characters, so other
     * characters than hexadecimal digits could disguise a name. Other readers take such an escape literally, and no
     * name that is refused contains {@code #}.
     */
    static char escaped(int first, int second) {
        return (char) (digit(first) * 16 + digit(second) & 0xff);
    }

    private static int digit(int character) {
        int upper = character >= 'a' && character <= 'z' ? character - 'a' + 'A' : character;
        return upper > '9' ? upper - 'A' + 10 : upper - '0';
    }

    /** Returns whether PDFium takes the byte as white space, unlike the standard. */
    static boolean endsSomeNames(int value) {
        return value == 0x80 || value == 0xff;
    }

    private Kind string() {
        int depth = 1;
        while (depth > 0) {
            if (position >= end) {
                throw new StructureException();
            }
            switch (bytes[position++]) {
                case '\\' -> position++;
                case '(' -> depth++;
                case ')' -> depth--;
                default -> {}
            }
        }
        return Kind.TEXT;
    }

    /** Returns the kind of a double bracket, or reads a string of hexadecimal digits. */
    private Kind open(char bracket, Kind kind) {
        if (position < end && bytes[position] == bracket) {
            position++;
            return kind;
        }
        if (bracket == '>') {
            throw new StructureException();
        }
        while (position < end && (hex(bytes[position]) >= 0 || isWhiteSpace(bytes[position]))) {
            position++;
        }
        if (position >= end || bytes[position++] != '>') {
            throw new StructureException();
        }
        return Kind.TEXT;
    }

    private Kind regular() {
        boolean digits = true;
        position = start;
        while (position < end && isRegular(bytes[position])) {
            digits &= bytes[position] >= '0' && bytes[position] <= '9';
            position++;
        }
        text = new String(bytes, start, Math.min(position - start, LONGEST), ISO_8859_1);
        return digits ? Kind.INTEGER : Kind.OTHER;
    }

    private void skipWhiteSpace() {
        while (position < end && isWhiteSpace(bytes[position])) {
            position++;
        }
    }

    static boolean isWhiteSpace(byte value) {
        return value == 0 || value == '\t' || value == '\n' || value == '\f' || value == '\r' || value == ' ';
    }

    private static boolean isRegular(byte value) {
        return !isWhiteSpace(value) && DELIMITERS.indexOf(value & 0xff) < 0;
    }

    private static int hex(byte value) {
        return Character.digit(value & 0xff, 16);
    }
}
