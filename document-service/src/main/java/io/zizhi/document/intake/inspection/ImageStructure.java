package io.zizhi.document.intake.inspection;

import io.zizhi.document.storage.FileFormat;

/**
 * Walks through the blocks of an image file without decoding pixels. Finds the claimed size and whether the file is
 * complete.
 */
final class ImageStructure {

    private ImageStructure() {}

    /** Returns the size; rejects an image that is too large, damaged or truncated. */
    static ImageSize sizeOf(FileFormat format, byte[] bytes) {
        return switch (format) {
            case JPEG -> JpegStructure.sizeOf(bytes);
            case PNG -> pngSize(bytes);
            case GIF -> GifStructure.sizeOf(bytes);
            case PDF, DOC, DOCX -> throw new IllegalArgumentException(format + " is no image");
        };
    }

    /** PNG (ISO/IEC 15948): signature, then chunks of length, type, data, CRC; IHDR first, IEND last. */
    private static ImageSize pngSize(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, FileSignature.PNG_LENGTH);
        long headerLength = in.u32();
        if (in.u32() != chunk("IHDR") || headerLength != 13) {
            throw ImageSize.unreadable();
        }
        ImageSize size = ImageSize.of(in.u32(), in.u32());
        in.skip(headerLength - 8 + 4);
        boolean hasPixels = false;
        while (true) {
            long length = in.u32();
            long type = in.u32();
            in.skip(length + 4);
            hasPixels |= type == chunk("IDAT");
            if (type == chunk("IEND")) {
                if (!hasPixels) {
                    throw ImageSize.unreadable();
                }
                return size;
            }
        }
    }

    private static long chunk(String name) {
        return (long) name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }
}
