package io.zizhi.recognition.ocr;

import java.util.List;
import java.util.stream.Collectors;

/** A line of text as read from a picture. */
public record TextLine(TextBox box, List<Glyph> glyphs) {

    public TextLine {
        glyphs = List.copyOf(glyphs);
    }

    public String text() {
        return glyphs.stream().map(Glyph::character).collect(Collectors.joining());
    }

    /** Returns the mean confidence of the characters, 0 without any. */
    public double confidence() {
        return glyphs.stream().mapToDouble(Glyph::confidence).average().orElse(0);
    }
}
