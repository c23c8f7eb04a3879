package io.zizhi.recognition.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the characters of a number. */
final class Numbers {

    private Numbers() {}

    /**
     * Returns the labelled characters if they contain a number, or else the first row that does. The label may be
     * illegible.
     */
    static List<PlacedGlyph> glyphs(
            Page page, List<PlacedGlyph> labelled, Function<String, ? extends Optional<?>> number) {
        if (number.apply(Row.text(labelled)).isPresent()) {
            return labelled;
        }
        return page.rows().stream()
                .filter(row -> number.apply(row.text()).isPresent())
                .findFirst()
                .map(Row::glyphs)
                .orElse(List.of());
    }
}
