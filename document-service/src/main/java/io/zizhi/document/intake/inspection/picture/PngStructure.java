package io.zizhi.document.intake.inspection.picture;

import io.zizhi.platform.http.problem.Problems;
import java.io.ByteArrayOutputStream;

/** PNG (ISO/IEC 15948): signature, then chunks of length, type, data, CRC; IHDR first, IEND last. */
final class PngStructure {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int HEADER_LENGTH = 13;
    private static final int LONGEST_EXIF = 64 * 1024;

    /** Most pixels with more than 8 bits in each of several samples. Its many bytes are decoded once for each strip. */
    private static final long MOST_DEEP = 16_000_000;

    private static final int DEEP_BYTES = 5;

    private static final long HEADER = chunk("IHDR");
    private static final long PALETTE = chunk("PLTE");
    private static final long TRANSPARENCY = chunk("tRNS");
    private static final long PIXELS = chunk("IDAT");
    private static final long EXIF = chunk("eXIf");
    private static final long END = chunk("IEND");

    private final ByteReader in;
    private final ByteArrayOutputStream kept;
    private Orientation orientation = Orientation.UPRIGHT;

    PngStructure(byte[] bytes, ByteArrayOutputStream kept) {
        this.in = new ByteReader(bytes, SIGNATURE_LENGTH);
        this.kept = kept;
        in.copy(0, SIGNATURE_LENGTH, kept);
    }

    PictureStructure walk() {
        int start = in.position();
        long headerLength = in.u32();
        if (in.u32() != HEADER || headerLength != HEADER_LENGTH) {
            throw ImageSize.unreadable();
        }
        ImageSize size = ImageSize.of(in.u32(), in.u32());
        int depth = in.u8();
        int colourType = in.u8();
        in.skip(HEADER_LENGTH - 10 + 4);
        in.copy(start, in.position(), kept);
        if (!chunks()) {
            throw ImageSize.unreadable();
        }
        int bytesPerPixel = Math.ceilDiv(samples(colourType) * depth, 8);
        if (bytesPerPixel >= DEEP_BYTES && (long) size.width() * size.height() > MOST_DEEP) {
            throw Problems.badRequest(
                    "IMAGE_TOO_LARGE",
                    "",
                    "A PNG with 16 bits for each colour may have at most 16 megapixels. Save it with 8 bits.");
        }
        return new PictureStructure(size, orientation, colourType == 0, bytesPerPixel, in.position());
    }

    /** Passes all chunks, and returns whether any holds pixels. */
    private boolean chunks() {
        boolean hasPixels = false;
        while (true) {
            int start = in.position();
            long length = in.u32();
            long type = in.u32();
            if (type == HEADER) {
                throw ImageSize.unreadable();
            }
            if (type == EXIF) {
                orientation = in.orientation((int) Math.min(length, LONGEST_EXIF));
            }
            in.skip(length + 4);
            hasPixels |= type == PIXELS;
            if (type == PALETTE || type == TRANSPARENCY || type == PIXELS || type == END) {
                in.copy(start, in.position(), kept);
            }
            if (type == END) {
                return hasPixels;
            }
        }
    }

    /** Returns the number of samples per pixel of a colour type. */
    private static int samples(int colourType) {
        return switch (colourType) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw ImageSize.unreadable();
        };
    }

    private static long chunk(String name) {
        return (long) name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }
}
