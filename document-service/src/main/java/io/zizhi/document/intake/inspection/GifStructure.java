package io.zizhi.document.intake.inspection;

/** GIF89a: a screen, then frames and extensions made of sub-blocks, then a trailer. */
final class GifStructure {

    private static final int SIGNATURE_LENGTH = 6;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;
    private static final int TRAILER = 0x3b;

    private final ByteReader in;
    private boolean hasFrame;

    private GifStructure(byte[] bytes) {
        this.in = new ByteReader(bytes, SIGNATURE_LENGTH);
    }

    static ImageSize sizeOf(byte[] bytes) {
        return new GifStructure(bytes).walk();
    }

    private ImageSize walk() {
        ImageSize screen = ImageSize.of(in.u16le(), in.u16le());
        int flags = in.u8();
        in.skip(2);
        skipColours(flags);
        for (int block = in.u8(); block != TRAILER; block = in.u8()) {
            switch (block) {
                case EXTENSION -> {
                    in.u8();
                    skipSubBlocks();
                }
                case FRAME -> frame();
                default -> throw ImageSize.unreadable();
            }
        }
        if (!hasFrame) {
            throw ImageSize.unreadable();
        }
        return screen;
    }

    private void frame() {
        in.skip(4);
        // Also checked: a frame may claim a larger size than its screen.
        ImageSize.of(in.u16le(), in.u16le());
        skipColours(in.u8());
        in.u8();
        skipSubBlocks();
        hasFrame = true;
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
