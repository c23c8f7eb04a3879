package io.zizhi.qualification.filing.letterpaper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one PDF: Liberation Sans, which PDFBox contains, for Latin text, and the {@link ChineseFont}. The PDF
 * contains the glyphs that it uses, so it looks the same on every machine and stays small.
 */
final class PaperFonts implements AutoCloseable {

    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int END_OF_ASCII = 0x80;
    private static final int THOUSAND = 1000;

    private final Face latin;
    private final Face han;

    PaperFonts(PDDocument document, ChineseFont chinese) throws IOException {
        han = Face.of(document, chinese.open());
        latin = Face.of(document, latin());
    }

    /**
     * A piece of text in one font.
     *
     * @param font its font
     * @param text not empty
     */
    record Run(PDFont font, String text) {}

    /** Splits a text into pieces of one font each. */
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        Face face = latin;
        for (int codePoint : text.codePoints().toArray()) {
            Face next = face(codePoint).orElse(han);
            if (!next.equals(face) && !run.isEmpty()) {
                runs.add(new Run(face.font(), run.toString()));
                run.setLength(0);
            }
            face = next;
            run.appendCodePoint(codePoint);
        }
        if (!run.isEmpty()) {
            runs.add(new Run(face.font(), run.toString()));
        }
        return runs;
    }

    /** Returns the first character that neither font has. */
    Optional<String> firstMissing(String text) {
        return text.codePoints()
                .filter(codePoint -> face(codePoint).isEmpty())
                .mapToObj(Character::toString)
                .findFirst();
    }

    /** Returns the width of a character in thousandths of the font size. */
    int width(int codePoint) {
        return face(codePoint).orElse(han).width(codePoint);
    }

    private static TrueTypeFont latin() throws IOException {
        try (InputStream stream = Objects.requireNonNull(PDDocument.class.getResourceAsStream(LATIN), LATIN)) {
            return new TTFParser(true).parse(new RandomAccessReadBuffer(stream));
        }
    }

    private Optional<Face> face(int codePoint) {
        if (codePoint >= END_OF_ASCII && han.has(codePoint)) {
            return Optional.of(han);
        }
        return latin.has(codePoint) ? Optional.of(latin) : Optional.empty();
    }

    /** Releases the font files. Save the document first. */
    @Override
    public void close() throws IOException {
        latin.file().close();
        han.file().close();
    }

    private record Face(TrueTypeFont file, CmapLookup glyphs, PDFont font) {

        static Face of(PDDocument document, TrueTypeFont file) throws IOException {
            return new Face(file, file.getUnicodeCmapLookup(), PDType0Font.load(document, file, true));
        }

        boolean has(int codePoint) {
            return glyphs.getGlyphId(codePoint) != 0;
        }

        int width(int codePoint) {
            try {
                return file.getAdvanceWidth(glyphs.getGlyphId(codePoint)) * THOUSAND / file.getUnitsPerEm();
            } catch (IOException impossible) {
                throw new UncheckedIOException("Cannot read a font in memory", impossible);
            }
        }
    }
}
