package io.zizhi.qualification.filing.letterpaper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Breaks paragraphs into lines that fit a width. Chinese text may break between any two characters. */
final class Lines {

    /** Closing marks that must not begin a line; they extend into the margin instead. */
    private static final String HANGING = "，。、；：）】";

    private Lines() {}

    /**
     * Returns the lines of a paragraph.
     *
     * @param widest maximum width in thousandths of the font size
     * @param widths width of a character in the same unit, by code point
     */
    static List<String> of(String paragraph, int widest, IntUnaryOperator widths) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int width = 0;
        for (int codePoint : paragraph.codePoints().toArray()) {
            int next = widths.applyAsInt(codePoint);
            if (width + next > widest && HANGING.indexOf(codePoint) < 0) {
                lines.add(line.toString());
                line.setLength(0);
                width = 0;
            }
            line.appendCodePoint(codePoint);
            width += next;
        }
        lines.add(line.toString());
        return lines;
    }
}
