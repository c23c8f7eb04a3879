package io.zizhi.document.intake.inspection.picture;

import io.zizhi.document.intake.inspection.picture.Encoding.Encoded;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** A picture whose structure is sound. Its pixels are not decoded yet. */
public final class PictureFile {

    private final FileFormat format;
    private final byte[] bytes;
    private final DocumentKind kind;
    private final PictureStructure structure;
    private final Decoding decoding;

    private PictureFile(FileFormat format, byte[] bytes, DocumentKind kind, PictureStructure structure) {
        this.kind = kind;
        this.format = format;
        this.bytes = bytes;
        this.structure = structure;
        this.decoding = new Decoding(format, structure);
    }

    /** A picture without metadata, turned upright. */
    public static final class Reencoded {

        private final FileFormat format;
        private final byte[] bytes;
        private final boolean colour;

        private Reencoded(FileFormat format, byte[] bytes, boolean colour) {
            this.format = format;
            this.bytes = bytes;
            this.colour = colour;
        }

        public FileFormat format() {
            return format;
        }

        public byte[] bytes() {
            return bytes;
        }

        /** Returns whether the picture has colours. */
        public boolean colour() {
            return colour;
        }
    }

    /** Checks a picture by its structure; rejects one that is too large, too small, damaged or truncated. */
    public static PictureFile of(FileFormat format, byte[] bytes, DocumentKind kind) {
        PictureStructure structure = PictureStructure.of(format, bytes);
        structure.size().requireLegible(kind);
        return new PictureFile(format, bytes, kind, structure);
    }

    /** Returns the position after the last byte of the picture. Other bytes may follow it. */
    public int end() {
        return structure.end();
    }

    /**
     * Returns the most bytes that {@link #reencode} occupies beside the file: the pixels, and first the pixels' blocks
     * of the file and a strip, then the new file and its copy.
     */
    public long memory(int limit) {
        return decoding.memory()
                + Math.max(bytes.length + decoding.stripMemory(), 2L * Math.min(limit, decoding.memory()));
    }

    /**
     * Decodes the picture and encodes its pixels again. Rejects a picture that cannot be decoded, is blank, or
     * would not be legible any more.
     *
     * @param limit most bytes of the result
     */
    public Reencoded reencode(int limit) {
        BufferedImage picture = decoded();
        BlankPicture.refuse(picture);
        Encoded stored;
        try {
            stored = Encoding.encode(picture, format, limit);
        } catch (IOException tooLong) {
            throw ImageSize.unreadable();
        }
        stored.size().requireLegible(kind);
        return new Reencoded(stored.format(), stored.bytes(), ColourHint.hasColours(picture));
    }

    /** Decoders report damage by exceptions of many types. */
    private BufferedImage decoded() {
        try {
            return decoding.decode(PictureStructure.withoutMetadata(format, bytes));
        } catch (IOException | RuntimeException undecodable) {
            throw ImageSize.unreadable();
        }
    }
}
