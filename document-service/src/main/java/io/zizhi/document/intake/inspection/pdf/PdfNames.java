package io.zizhi.document.intake.inspection.pdf;

/**
 * Finds names in bytes that arrive in pieces, without regard to what surrounds them. It serves where a file could hide
 * objects: in strings, in comments, and in the data of streams.
 */
final class PdfNames {

    private static final int LONGEST = 32;

    private final Found found;
    private final StringBuilder name = new StringBuilder();
    private State state = State.OUTSIDE;
    private int firstDigit;

    PdfNames(Found found) {
        this.found = found;
    }

    /** Receives a name without its slash, its escapes resolved, and the first character of its value; 0 at the end. */
    interface Found {
        void accept(String name, int valueBegins);
    }

    private enum State {
        OUTSIDE,
        IN_NAME,
        FIRST_DIGIT,
        SECOND_DIGIT,
        BEFORE_VALUE
    }

    void accept(byte[] bytes, int start, int end) {
        for (int at = start; at < end; at++) {
            // Most bytes of a large file are outside of names.
            while (state == State.OUTSIDE && at < end - 1 && bytes[at] != '/') {
                at++;
            }
            accept(bytes[at] & 0xff);
        }
    }

    /** Reports the last name. */
    void end() {
        report(0);
    }

    private void accept(int next) {
        switch (state) {
            case OUTSIDE -> begin(next);
            case BEFORE_VALUE -> {
                if (next > ' ') {
                    report(next);
                    begin(next);
                }
            }
            case FIRST_DIGIT -> {
                if (endsName(next)) {
                    name.append('#');
                    append(next);
                } else {
                    firstDigit = next;
                    state = State.SECOND_DIGIT;
                }
            }
            case SECOND_DIGIT -> {
                state = State.IN_NAME;
                if (endsName(next)) {
                    name.append('#').append((char) firstDigit);
                    append(next);
                } else {
                    name.append(PdfTokens.escaped(firstDigit, next));
                }
            }
            case IN_NAME -> append(next);
        }
    }

    private void begin(int next) {
        name.setLength(0);
        state = next == '/' ? State.IN_NAME : State.OUTSIDE;
    }

    private static boolean endsName(int next) {
        return isSpace(next) || isDelimiter(next);
    }

    private static boolean isSpace(int next) {
        return next <= ' ' || PdfTokens.endsSomeNames(next);
    }

    private static boolean isDelimiter(int next) {
        return PdfTokens.DELIMITERS.indexOf(next) >= 0;
    }

    private void append(int next) {
        if (isSpace(next)) {
            state = State.BEFORE_VALUE;
        } else if (isDelimiter(next)) {
            report(next);
            begin(next);
        } else if (name.length() == LONGEST) {
            state = State.OUTSIDE;
        } else if (next == '#') {
            state = State.FIRST_DIGIT;
        } else {
            name.append((char) next);
        }
    }

    private void report(int valueBegins) {
        if (state != State.OUTSIDE) {
            state = State.OUTSIDE;
            found.accept(name.toString(), valueBegins);
        }
    }
}
