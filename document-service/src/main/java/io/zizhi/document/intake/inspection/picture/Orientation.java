package io.zizhi.document.intake.inspection.picture;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;

/**
 * How a camera was held (Exif tag 0x0112). Viewers turn the picture by it, so a picture without its metadata must be
 * turned beforehand. The order of the constants is that of the values 1 to 8. The process that renders pages uses it too,
 * so it needs no class of the platform.
 */
public enum Orientation {
    UPRIGHT(1, 0, 0, 1),
    MIRRORED(-1, 0, 0, 1),
    UPSIDE_DOWN(-1, 0, 0, -1),
    MIRRORED_UPSIDE_DOWN(1, 0, 0, -1),
    TRANSPOSED(0, 1, 1, 0),
    /** Turned right by a quarter to be upright. */
    LYING_LEFT(0, 1, -1, 0),
    TRANSVERSE(0, -1, -1, 0),
    /** Turned left by a quarter to be upright. */
    LYING_RIGHT(0, -1, 1, 0);

    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int EXIF = 0x45786966;

    /** Marker, length and the letters of Exif. */
    private static final int EXIF_HEADER_LENGTH = 10;

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_LENGTH = 12;

    /** Cameras write about 15 entries; the bound keeps a hostile directory short. */
    private static final int MOST_ENTRIES = 100;

    private final int xToX;
    private final int xToY;
    private final int yToX;
    private final int yToY;

    Orientation(int xToX, int xToY, int yToX, int yToY) {
        this.xToX = xToX;
        this.xToY = xToY;
        this.yToX = yToX;
        this.yToY = yToY;
    }

    /** Returns whether width and height change places. */
    boolean isQuarterTurn() {
        return xToX == 0;
    }

    /** Returns the transform that turns a picture of that size upright, with its corner at the origin again. */
    public AffineTransform toUpright(double width, double height) {
        double x = Math.max(0, -xToX * width) + Math.max(0, -yToX * height);
        double y = Math.max(0, -xToY * width) + Math.max(0, -yToY * height);
        return new AffineTransform(xToX, xToY, yToX, yToY, x, y);
    }

    /** Reads the Exif data of a stored JPEG. Returns {@link #UPRIGHT} for a file without them, and for anything damaged. */
    public static Orientation ofJpeg(byte[] jpeg) {
        ByteBuffer bytes = ByteBuffer.wrap(jpeg);
        int at = 2;
        while (at + EXIF_HEADER_LENGTH <= jpeg.length && (jpeg[at] & 0xff) == MARKER) {
            int marker = jpeg[at + 1] & 0xff;
            int next = at + 2 + (bytes.getShort(at + 2) & 0xffff);
            if (marker == APP1 && bytes.getInt(at + 4) == EXIF) {
                return ofTiff(jpeg, at + EXIF_HEADER_LENGTH, Math.min(next, jpeg.length));
            }
            if (marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            at = next;
        }
        return UPRIGHT;
    }

    /** Reads the first directory of TIFF data. Returns {@link #UPRIGHT} for anything unreadable. */
    static Orientation ofTiff(byte[] bytes, int start, int end) {
        Tiff tiff = new Tiff(bytes, start, end, start < end && bytes[start] == 'M');
        long directory = tiff.u32(4);
        int entries = Math.min(tiff.u16(directory), MOST_ENTRIES);
        for (int entry = 0; entry < entries; entry++) {
            long at = directory + 2 + (long) entry * ENTRY_LENGTH;
            if (tiff.u16(at) == TAG && tiff.u16(at + 2) == SHORT) {
                int value = tiff.u16(at + 8);
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** TIFF data in part of a file; numbers outside of it are zero. */
    private static final class Tiff {

        private final byte[] bytes;
        private final int start;
        private final int end;
        private final boolean bigEndian;

        Tiff(byte[] bytes, int start, int end, boolean bigEndian) {
            this.bytes = bytes;
            this.start = start;
            this.end = end;
            this.bigEndian = bigEndian;
        }

        int u16(long offset) {
            if (offset < 0 || offset + 2 > end - start) {
                return 0;
            }
            int first = bytes[start + (int) offset] & 0xff;
            int second = bytes[start + (int) offset + 1] & 0xff;
            return bigEndian ? first << 8 | second : second << 8 | first;
        }

        long u32(long offset) {
            long first = u16(offset);
            long second = u16(offset + 2);
            return bigEndian ? first << 16 | second : second << 16 | first;
        }
    }
}
