package io.zizhi.qualification.filing.letterpaper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font file in memory. It is parsed for each PDF, because parsed fonts cannot be shared by threads. */
final class FontFile {

    /** The largest common font file, WenQuanYi Zen Hei, has 17 MB. */
    private static final int MOST_BYTES = 24 * 1024 * 1024;

    private static final String COLLECTION = ".ttc";

    private final byte[] bytes;
    private final boolean collection;
    private final int index;

    private FontFile(byte[] bytes, boolean collection, int index) {
        this.bytes = bytes;
        this.collection = collection;
        this.index = index;
    }

    /**
     * Reads a file of up to 24 MiB.
     *
     * @param index index in a collection; other files have one font, and ignore it
     */
    static FontFile read(Path path, int index) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("The file is larger than " + MOST_BYTES + " bytes");
            }
            return new FontFile(bytes, path.toString().endsWith(COLLECTION), index);
        }
    }

    /** Parses the font; the caller closes it. */
    TrueTypeFont parse() throws IOException {
        if (!collection) {
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        }
        List<TrueTypeFont> fonts = new ArrayList<>();
        // stays open, as the font reads from it later; it holds memory only
        new TrueTypeCollection(new ByteArrayInputStream(bytes)).processAllFonts(fonts::add);
        if (index >= fonts.size()) {
            throw new IOException("The collection has only " + fonts.size() + " fonts");
        }
        return fonts.get(index);
    }
}
