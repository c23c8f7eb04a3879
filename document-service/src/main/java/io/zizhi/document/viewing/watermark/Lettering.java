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
 * Outlines of Latin text in Liberation Sans, which PDFBox contains, and of {@link Watermark#FOR_CARRIER_FILING} in a part
 * of Droid Sans Fallback (Apache License 2.0), which this service contains. Java's own text needs fonts and libraries of
 * the system, which images lack.
 */
final class Lettering {

    /** Distance of two lines, in heights of the font. */
    private static final double LINE = 1.25;

    private final List<Face> faces = List.of(
            Face.read(PDDocument.class, "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
            Face.read(Lettering.class, "carrier-filing.ttf"));

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
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double right = 0;
        for (int codePoint : text.codePoints().toArray()) {
            Face face =
                    faces.stream().filter(one -> one.has(codePoint)).findFirst().orElse(faces.getFirst());
            double scale = size / face.unitsPerEm();
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, right, 0);
            outline.append(face.path(codePoint).createTransformedShape(place), false);
            right += scale * face.advance(codePoint);
        }
        return outline;
    }

    /** Returns whether a font has the character. */
    boolean has(int codePoint) {
        return faces.stream().anyMatch(face -> face.has(codePoint));
    }

    /** One font. */
    private record Face(TrueTypeFont font, CmapLookup glyphs, int unitsPerEm) {

        static Face read(Class<?> owner, String resource) {
            try (InputStream stream = Objects.requireNonNull(owner.getResourceAsStream(resource), resource)) {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
                return new Face(font, font.getUnicodeCmapLookup(), font.getUnitsPerEm());
            } catch (IOException impossible) {
                throw new UncheckedIOException("The font " + resource + " cannot be read", impossible);
            }
        }

        boolean has(int codePoint) {
            return glyphs.getGlyphId(codePoint) != 0;
        }

        Path2D path(int codePoint) {
            try {
                var found = font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
                return found == null ? new Path2D.Double() : found.getPath();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        int advance(int codePoint) {
            try {
                return font.getAdvanceWidth(glyphs.getGlyphId(codePoint));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
