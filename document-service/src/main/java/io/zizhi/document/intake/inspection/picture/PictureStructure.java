package io.zizhi.document.intake.inspection.picture;

import io.zizhi.document.storage.FileFormat;
import java.io.ByteArrayOutputStream;

/**
 * What the blocks of a picture file say, without decoding a pixel.
 *
 * @param size claimed size; of a GIF, that of its first frame
 * @param orientation how the picture must be turned
 * @param grey whether the picture has no colours by its format
 * @param bytesPerPixel memory of a decoded pixel, at most
 * @param end position after the last byte of the picture
 */
record PictureStructure(ImageSize size, Orientation orientation, boolean grey, int bytesPerPixel, int end) {

    /** Checks a file; rejects an image that is too large, damaged, truncated or in an unsupported colour model. */
    static PictureStructure of(FileFormat format, byte[] bytes) {
        return walk(format, bytes, new ByteArrayOutputStream(0) {
            @Override
            public synchronized void write(byte[] block, int offset, int length) {
                // Only the structure is wanted.
            }
        });
    }

    /**
     * Returns the blocks of the file that hold pixels, as a file of the same format. Metadata never reach a decoder:
     * its parsers for them are a further danger, and a compressed text of a few bytes can fill the memory.
     */
    static byte[] withoutMetadata(FileFormat format, byte[] bytes) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
        walk(format, bytes, kept);
        return kept.toByteArray();
    }

    private static PictureStructure walk(FileFormat format, byte[] bytes, ByteArrayOutputStream kept) {
        return switch (format) {
            case JPEG -> new JpegStructure(bytes, kept).walk();
            case PNG -> new PngStructure(bytes, kept).walk();
            case GIF -> new GifStructure(bytes, kept).walk();
            case PDF, DOC, DOCX -> throw new IllegalArgumentException(format + " is no image");
        };
    }
}
