package io.zizhi.recognition.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The characters at the same height of a page, from left to right. */
final class Row {

    /** A larger distance of neighbours, in line heights, separates columns of a form. */
    private static final double GAP = 1.25;

    private final List<PlacedGlyph> glyphs;
    private final double y;

    Row(List<PlacedGlyph> line, double y) {
        this.glyphs = new ArrayList<>(line);
        this.y = y;
    }

    void add(List<PlacedGlyph> line) {
        glyphs.addAll(line);
        glyphs.sort(Comparator.comparingDouble(PlacedGlyph::x));
    }

    List<PlacedGlyph> glyphs() {
        return glyphs;
    }

    double y() {
        return y;
    }

    double height() {
        return glyphs.stream().mapToDouble(PlacedGlyph::height).min().orElseThrow();
    }

    String text() {
        return text(glyphs);
    }

    static String text(List<PlacedGlyph> glyphs) {
        return glyphs.stream().map(PlacedGlyph::character).collect(Collectors.joining());
    }

    /** Returns whether character {@code index} starts the row, a line that the engine read, or follows a gap. */
    boolean startsAt(int index) {
        if (index == 0) {
            return true;
        }
        PlacedGlyph before = glyphs.get(index - 1);
        PlacedGlyph glyph = glyphs.get(index);
        return before.line() != glyph.line() || glyph.x() - before.x() > GAP * glyph.height();
    }
}
