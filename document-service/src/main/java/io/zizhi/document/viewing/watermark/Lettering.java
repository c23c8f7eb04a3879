package io.zizhi.document.viewing.watermark;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Outlines of Latin text in Liberation Sans, which PDFBox contains. Java's own text needs fonts and libraries of the
 * system, which images lack.
 */
final class Lettering {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Distance of two lines, in heights of the font. */
    private static final double LINE = 1.25;

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    Lettering() {
        try (InputStream stream = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException impossible) {
            throw new UncheckedIOException("The font of PDFBox cannot be read", impossible);
        }
    }

    /** Returns the outline of some lines, the first one on top, centred around the origin. */
    Path2D outline(List<String> lines, double size) {
        Path2D block = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int line = 0; line < lines.size(); line++) {
            Path2D outline = outline(lines.get(line), size);
            double down = (line + 0.8 - lines.size() / 2.0) * LINE * size;
            outline.transform(
                    AffineTransform.getTranslateInstance(-outline.getBounds2D().getCenterX(), down));
            block.append(outline, false);
        }
        return block;
    }

    private Path2D outline(String text, double size) {
        double scale = size / unitsPerEm();
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double right = 0;
        for (int codePoint : text.codePoints().toArray()) {
            int glyph = glyphs.getGlyphId(codePoint);
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, right, 0);
            outline.append(path(glyph).createTransformedShape(place), false);
            right += scale * advance(glyph);
        }
        return outline;
    }

    private int unitsPerEm() {
        try {
            return font.getUnitsPerEm();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Path2D path(int glyph) {
        try {
            var found = font.getGlyph().getGlyph(glyph);
            return found == null ? new Path2D.Double() : found.getPath();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private int advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
