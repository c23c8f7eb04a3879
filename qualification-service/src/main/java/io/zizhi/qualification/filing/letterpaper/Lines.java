package io.zizhi.qualification.filing.letterpaper;

import java.util.ArrayList;
import java.util.List;

/** Breaks paragraphs into lines that fit a width; Chinese text breaks between any two characters. */
final class Lines {

    /** What does not begin a line: closing marks hang over the margin instead. */
    private static final String HANGING = "，。、；：）】";

    private Lines() {}

    /** @param widest in thousandths of the size of the text */
    static List<String> of(String paragraph, int widest) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int width = 0;
        for (int codePoint : paragraph.codePoints().toArray()) {
            int next = ChineseFont.width(codePoint);
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
