package io.zizhi.document.intake.inspection.picture;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * GIF89a: a screen, then frames and extensions made of sub-blocks, then a trailer. Only the first frame is kept: a
 * document is not animated.
 */
final class GifStructure {

    private static final int SIGNATURE_LENGTH = 6;
    private static final int EXTENSION = 0x21;
    private static final int TRANSPARENCY = 0xf9;
    private static final int FRAME = 0x2c;
    private static final int TRAILER = 0x3b;

    private final ByteReader in;
    private final ByteArrayOutputStream kept;
    private @Nullable ImageSize first;

    GifStructure(byte[] bytes, ByteArrayOutputStream kept) {
        this.in = new ByteReader(bytes, SIGNATURE_LENGTH);
        this.kept = kept;
    }

    PictureStructure walk() {
        ImageSize.of(in.u16le(), in.u16le());
        int flags = in.u8();
        in.skip(2);
        skipColours(flags);
        in.copy(0, in.position(), kept);
        int start = in.position();
        for (int block = in.u8(); block != TRAILER; block = in.u8()) {
            switch (block) {
                case EXTENSION -> extension(start);
                case FRAME -> frame(start);
                default -> throw ImageSize.unreadable();
            }
            start = in.position();
        }
        if (first == null) {
            throw ImageSize.unreadable();
        }
        kept.write(new byte[] {TRAILER}, 0, 1);
        return new PictureStructure(first, Orientation.UPRIGHT, false, 1, in.position());
    }

    private void extension(int start) {
        int label = in.u8();
        skipSubBlocks();
        if (first == null && label == TRANSPARENCY) {
            in.copy(start, in.position(), kept);
        }
    }

    /** Checks the size of every frame: a frame may claim a larger size than its screen. */
    private void frame(int start) {
        in.skip(4);
        ImageSize size = ImageSize.of(in.u16le(), in.u16le());
        skipColours(in.u8());
        in.u8();
        skipSubBlocks();
        if (first == null) {
            first = size;
            in.copy(start, in.position(), kept);
        }
    }

    /** Skips a colour table of 2 to 256 colours, which follows if the highest bit of the flags is set. */
    private void skipColours(int flags) {
        if ((flags & 0x80) != 0) {
            in.skip(3L << ((flags & 7) + 1));
        }
    }

    private void skipSubBlocks() {
        for (int length = in.u8(); length != 0; length = in.u8()) {
            in.skip(length);
        }
    }
}
