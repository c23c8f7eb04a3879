package io.zizhi.document.intake.inspection.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.zizhi.platform.http.problem.Problems;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * JPEG (ITU-T T.81, annex B): segments that begin with 0xFF and a marker. A frame header contains the size. Each scan
 * is followed by entropy-coded bytes in which 0xFF is escaped.
 */
final class JpegStructure {

    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int QUANTISATION_TABLES = 0xdb;
    private static final int RESTART_INTERVAL = 0xdd;
    private static final int JFIF = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int ADOBE = 0xee;
    private static final int TEMPORARY = 0x01;
    private static final int PROGRESSIVE = 0xc2;

    /** JFIF 1.01 without a resolution and a thumbnail. Decoders derive the colour model from it. */
    private static final byte[] PLAIN_JFIF =
            "\u00ff\u00e0\u0000\u0010JFIF\u0000\u0001\u0001\u0000\u0000\u0001\u0000\u0001\u0000\u0000"
                    .getBytes(ISO_8859_1);

    /** Most pixels of a progressive JPEG: its decoder holds all coefficients, up to 6 bytes for each pixel. */
    private static final long MOST_PROGRESSIVE = 16_000_000;

    /** Each scan of a progressive JPEG is a pass over the whole picture; encoders write about ten. */
    private static final int MOST_SCANS = 32;

    private final ByteReader in;
    private final ByteArrayOutputStream kept;
    private @Nullable ImageSize size;
    private Orientation orientation = Orientation.UPRIGHT;
    private boolean grey;
    private int scans;

    JpegStructure(byte[] bytes, ByteArrayOutputStream kept) {
        this.in = new ByteReader(bytes, 2);
        this.kept = kept;
    }

    PictureStructure walk() {
        mark(START_OF_IMAGE);
        int marker = nextMarker();
        while (marker != END_OF_IMAGE) {
            if (marker == START_OF_SCAN) {
                marker = scan();
                continue;
            }
            if (isFrame(marker)) {
                frame(marker);
            } else if (!isRestart(marker) && marker != TEMPORARY) {
                segment(marker);
            }
            marker = nextMarker();
        }
        if (size == null || scans == 0) {
            throw ImageSize.unreadable();
        }
        mark(END_OF_IMAGE);
        return new PictureStructure(size, orientation, grey, grey ? 1 : 3, in.position());
    }

    private int nextMarker() {
        if (in.u8() != 0xff) {
            throw ImageSize.unreadable();
        }
        int marker = in.u8();
        while (marker == 0xff) {
            marker = in.u8();
        }
        return marker;
    }

    /** Checks the only frame. A decoder may use any of several ones, which may differ. */
    private void frame(int marker) {
        int start = in.position();
        int length = in.u16();
        int precision = in.u8();
        int height = in.u16();
        int width = in.u16();
        int components = in.u8();
        if (size != null || precision != 8) {
            throw ImageSize.unreadable();
        }
        size = ImageSize.of(width, height);
        if (components == 4) {
            throw Problems.badRequest(
                    "IMAGE_COLOURS_UNSUPPORTED",
                    "",
                    "The image has the colours of a printing press (CMYK)."
                            + " Save it with the colours of a screen (RGB).");
        }
        if (components != 1 && components != 3) {
            throw ImageSize.unreadable();
        }
        grey = components == 1;
        if (marker == PROGRESSIVE && (long) width * height > MOST_PROGRESSIVE) {
            throw Problems.badRequest(
                    "IMAGE_TOO_LARGE",
                    "",
                    "A progressive JPEG may have at most 16 megapixels. Save it as a baseline JPEG.");
        }
        in.skip(length - 8);
        keep(marker, start);
    }

    private void segment(int marker) {
        int start = in.position();
        int length = in.u16();
        if (marker == JFIF && in.hasNext("JFIF\0")) {
            kept.write(PLAIN_JFIF, 0, PLAIN_JFIF.length);
        } else if (marker == EXIF && in.hasNext("Exif\0\0")) {
            in.skip(6);
            orientation = in.orientation(length - 8);
            in.skip(length - 8);
            return;
        }
        boolean adobe = marker == ADOBE && in.hasNext("Adobe");
        in.skip(length - 2);
        if (adobe || marker == HUFFMAN_TABLES || marker == QUANTISATION_TABLES || marker == RESTART_INTERVAL) {
            keep(marker, start);
        }
    }

    /** Passes the header of a scan and its entropy-coded bytes, and returns the marker that follows. */
    private int scan() {
        scans++;
        if (scans > MOST_SCANS) {
            throw ImageSize.unreadable();
        }
        int start = in.position();
        in.skip(in.u16() - 2);
        while (true) {
            int value = in.u8();
            if (value != 0xff) {
                continue;
            }
            int end = in.position() - 1;
            int marker = in.u8();
            while (marker == 0xff) {
                marker = in.u8();
            }
            if (marker != 0 && !isRestart(marker)) {
                mark(START_OF_SCAN);
                in.copy(start, end, kept);
                return marker;
            }
        }
    }

    private void keep(int marker, int start) {
        mark(marker);
        in.copy(start, in.position(), kept);
    }

    private void mark(int marker) {
        kept.write(new byte[] {(byte) 0xff, (byte) marker}, 0, 2);
    }

    /** Returns whether the marker is one of SOF0 to SOF15, except DHT, JPG and DAC, which lie in that range. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xd0 && marker <= 0xd7;
    }
}
