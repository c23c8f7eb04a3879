package io.zizhi.document.intake.inspection.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.zizhi.document.intake.inspection.Bytes;

/**
 * The place of the data of a stream.
 *
 * @param start position of the first byte
 * @param end position after the last byte
 * @param next position after the keyword {@code endstream}
 */
record StreamData(int start, int end, int next) {

    private static final byte[] KEYWORD = "endstream".getBytes(ISO_8859_1);

    /**
     * Finds the data.
     *
     * @param at position after the keyword {@code stream}
     * @param length declared length; -1 if another object has it
     */
    static StreamData at(byte[] bytes, int at, int length) {
        int start = start(bytes, at);
        int end = end(bytes, start, length);
        int keyword = end;
        while (PdfTokens.isWhiteSpace(bytes[keyword])) {
            keyword++;
        }
        return new StreamData(start, end, keyword + KEYWORD.length);
    }

    private static int start(byte[] bytes, int at) {
        if (at >= bytes.length || (bytes[at] != '\r' && bytes[at] != '\n')) {
            throw new StructureException();
        }
        boolean both = bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
        return at + (both ? 2 : 1);
    }

    /** Returns the end by the declared length if {@code endstream} follows there, and otherwise before the next one. */
    private static int end(byte[] bytes, int start, int length) {
        if (length >= 0 && length <= bytes.length - start) {
            int at = start + length;
            while (at < bytes.length && at < start + length + 3 && PdfTokens.isWhiteSpace(bytes[at])) {
                at++;
            }
            if (Bytes.startsWith(bytes, at, KEYWORD)) {
                return start + length;
            }
        }
        int found = Bytes.indexOf(bytes, KEYWORD, start, bytes.length);
        if (found < 0) {
            throw new StructureException();
        }
        return found;
    }
}
