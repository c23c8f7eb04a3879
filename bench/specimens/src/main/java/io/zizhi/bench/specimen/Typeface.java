package io.zizhi.bench.specimen;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A Chinese font, and the font for Latin letters and digits that it lacks.
 *
 * @param name for reports
 */
public record Typeface(String name, Font chinese) {

    private static final Font LATIN = new Font(Font.SANS_SERIF, Font.PLAIN, 1);

    /** Reads a font file. In a collection, takes the font with simplified Chinese forms. */
    public static Typeface of(Path file) {
        try {
            List<Font> fonts = List.of(Font.createFonts(file.toFile()));
            Font font = fonts.stream()
                    .filter(each -> each.getFontName().matches(".*\\b(SC|CN)\\b.*"))
                    .findFirst()
                    .orElse(fonts.get(0));
            return new Typeface(font.getFontName(), font);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The font cannot be read: " + file, unreadable);
        } catch (FontFormatException broken) {
            throw new IllegalArgumentException("Not a usable font: " + file, broken);
        }
    }

    /** Returns the font that draws {@code character}, 1 pixel high. */
    Font fontOf(int character) {
        return chinese.canDisplay(character) ? chinese : LATIN;
    }

    /** Returns whether the Chinese font has {@code character}. */
    boolean has(int character) {
        return chinese.canDisplay(character);
    }
}
