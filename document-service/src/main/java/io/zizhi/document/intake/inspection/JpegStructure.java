package io.zizhi.document.intake.inspection;

import org.jspecify.annotations.Nullable;

/**
 * JPEG (ITU-T T.81, annex B): segments that begin with 0xFF and a marker. A frame header contains the size. Each scan
 * is followed by entropy-coded bytes in which 0xFF is escaped.
 */
final class JpegStructure {

    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int TEMPORARY = 0x01;

    private final ByteReader in;
    private @Nullable ImageSize size;
    private boolean hasScan;

    private JpegStructure(byte[] bytes) {
        // Skips the start-of-image marker.
        this.in = new ByteReader(bytes, 2);
    }

    static ImageSize sizeOf(byte[] bytes) {
        return new JpegStructure(bytes).walk();
    }

    private ImageSize walk() {
        int marker = nextMarker();
        while (marker != END_OF_IMAGE) {
            if (marker == START_OF_SCAN) {
                hasScan = true;
                skipSegment();
                marker = skipScan();
                continue;
            }
            if (isFrame(marker)) {
                frame();
            } else if (!isRestart(marker) && marker != TEMPORARY) {
                skipSegment();
            }
            marker = nextMarker();
        }
        if (size == null || !hasScan) {
            throw ImageSize.unreadable();
        }
        return size;
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

    /** Checks the size in every frame header: the headers may differ, and a decoder may use any of them. */
    private void frame() {
        int length = in.u16();
        in.u8();
        int height = in.u16();
        int width = in.u16();
        size = ImageSize.of(width, height);
        in.skip(length - 7);
    }

    private void skipSegment() {
        in.skip(in.u16() - 2);
    }

    /** Skips the entropy-coded bytes and returns the marker that follows. */
    private int skipScan() {
        while (true) {
            int value = in.u8();
            if (value != 0xff) {
                continue;
            }
            int marker = in.u8();
            while (marker == 0xff) {
                marker = in.u8();
            }
            if (marker != 0 && !isRestart(marker)) {
                return marker;
            }
        }
    }

    /** Returns whether the marker is one of SOF0 to SOF15, except DHT, JPG and DAC, which lie in that range. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xd0 && marker <= 0xd7;
    }
}
