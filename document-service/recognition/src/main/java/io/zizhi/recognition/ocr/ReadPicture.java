package io.zizhi.recognition.ocr;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a picture.
 *
 * @param quarters clockwise turns by 90° that made the picture upright
 * @param width of the upright picture in pixels
 * @param height of the upright picture in pixels
 */
public record ReadPicture(List<TextLine> lines, int quarters, int width, int height) {

    public ReadPicture {
        lines = List.copyOf(lines);
    }

    /** Returns all text, a line each. */
    public String words() {
        return lines.stream().map(TextLine::text).collect(Collectors.joining("\n"));
    }

    /** Returns the mean confidence of all characters, 0 without any. */
    public double confidence() {
        return lines.stream()
                .flatMap(line -> line.glyphs().stream())
                .mapToDouble(Glyph::confidence)
                .average()
                .orElse(0);
    }
}
