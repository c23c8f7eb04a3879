package io.zizhi.recognition.form;

import java.util.List;

/** Finds the characters of a validity. */
final class Validity {

    private Validity() {}

    /** Returns the labelled characters if they contain a day, or else the row with a whole validity. */
    static List<PlacedGlyph> glyphs(Page page, List<PlacedGlyph> labelled) {
        if (!Dates.in(Row.text(labelled)).isEmpty()) {
            return labelled;
        }
        return page.rows().stream()
                .filter(row -> isWhole(row.text()))
                .findFirst()
                .map(Row::glyphs)
                .orElse(List.of());
    }

    private static boolean isWhole(String text) {
        int days = Dates.in(text).size();
        return days == 2 || (days == 1 && text.contains("长期"));
    }
}
