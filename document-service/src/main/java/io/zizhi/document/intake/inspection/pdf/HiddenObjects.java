package io.zizhi.document.intake.inspection.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.zizhi.document.intake.inspection.Bytes;

/**
 * Finds places where no object begins, but to which a table of objects could direct a reader. A hidden object may go on
 * in the strings, comments and streams that follow, and outside of them.
 */
final class HiddenObjects {

    private static final byte[] OBJECT = "obj".getBytes(ISO_8859_1);
    private static final byte[] TRAILER = "trailer".getBytes(ISO_8859_1);

    private HiddenObjects() {}

    /** Returns whether a string, a comment or a stream has the beginning of an object, or {@code trailer}. */
    static boolean existIn(byte[] bytes, int start, int end) {
        for (int at = Bytes.indexOf(bytes, OBJECT, start, end); at >= 0; ) {
            if (beginsObject(bytes, start, at)) {
                return true;
            }
            at = Bytes.indexOf(bytes, OBJECT, at + 1, end);
        }
        return Bytes.indexOf(bytes, TRAILER, start, end) >= 0;
    }

    /** Returns whether a name has the beginning of an object for PDFium, which ends it earlier. */
    static boolean existInName(byte[] bytes, int start, int end) {
        for (int at = Bytes.indexOf(bytes, OBJECT, start, end); at >= 0; ) {
            if (PdfTokens.endsSomeNames(bytes[at - 1] & 0xff)) {
                return true;
            }
            at = Bytes.indexOf(bytes, OBJECT, at + 1, end);
        }
        return false;
    }

    /** Returns whether a keyword contains {@code obj}. Some readers end the number before it there. */
    static boolean existInKeyword(byte[] bytes, int start, int end) {
        return Bytes.indexOf(bytes, OBJECT, start, end) >= 0;
    }

    /**
     * Returns whether two numbers may precede the keyword {@code obj}. Behind the end of a line they may, because of
     * comments. In random bytes this is rare.
     */
    private static boolean beginsObject(byte[] bytes, int start, int keyword) {
        int generationEnd = beforeSpace(bytes, start, keyword);
        if (mayFollowComment(bytes, start, generationEnd, keyword)) {
            return true;
        }
        int generation = beforeNumber(bytes, start, generationEnd);
        int numberEnd = beforeSpace(bytes, start, generation);
        boolean hasNumber = numberEnd < generation && numberEnd > start && isNumeric(bytes[numberEnd - 1]);
        return generation < generationEnd && (hasNumber || mayFollowComment(bytes, start, numberEnd, generation));
    }

    /** Returns whether the white space begins with the data, or contains the end of a line. */
    private static boolean mayFollowComment(byte[] bytes, int start, int from, int to) {
        boolean found = from == start;
        for (int at = from; at < to; at++) {
            found |= bytes[at] == '\r' || bytes[at] == '\n';
        }
        return found;
    }

    private static int beforeSpace(byte[] bytes, int start, int end) {
        int at = end;
        while (at > start && (PdfTokens.isWhiteSpace(bytes[at - 1]) || PdfTokens.endsSomeNames(bytes[at - 1] & 0xff))) {
            at--;
        }
        return at;
    }

    private static int beforeNumber(byte[] bytes, int start, int end) {
        int at = end;
        while (at > start && isNumeric(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isNumeric(byte value) {
        return (value >= '0' && value <= '9') || value == '+' || value == '-' || value == '.';
    }
}
