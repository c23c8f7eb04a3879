package io.zizhi.e2e.hostile;

import static io.zizhi.e2e.hostile.FileParts.card;
import static io.zizhi.e2e.hostile.FileParts.encoded;
import static io.zizhi.e2e.hostile.FileParts.join;
import static io.zizhi.e2e.hostile.FileParts.latin;
import static io.zizhi.e2e.hostile.FileParts.slice;

import java.util.Map;
import java.util.function.Supplier;

/** Hostile GIF files, and files of other formats under a wrong name. */
final class OtherFiles {

    static final Map<String, Supplier<byte[]>> ALL = Map.of(
            "gif-animated", OtherFiles::animated,
            "gif-tiny-frame", OtherFiles::tinyFrame,
            "svg-as-picture", () -> latin("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
            "html-as-picture", () -> join(latin("<!doctype html>"), FileParts.SCRIPT),
            "program-as-picture", () -> join(latin("MZ\u0090\0"), new byte[4_000]),
            "sheet-as-word",
                    () -> FileParts.zip(
                            "[Content_Types].xml", latin("<Types/>"), "xl/workbook.xml", latin("<workbook/>")));

    private static final int SCREEN = 6 + 7;

    private OtherFiles() {}

    /** Repeats the frame of a picture a hundred times. */
    private static byte[] animated() {
        byte[] gif = encoded(card(600, 400), "gif");
        byte[] frame = slice(gif, colours(gif), gif.length - 1);
        byte[] animated = gif;
        for (int round = 0; round < 100; round++) {
            animated = join(slice(animated, 0, animated.length - 1), frame, latin(";"));
        }
        return animated;
    }

    /** Returns a large screen with a frame of one pixel. */
    private static byte[] tinyFrame() {
        byte[] gif = encoded(card(1, 1), "gif");
        gif[6] = (byte) (1_200 & 0xff);
        gif[7] = (byte) (1_200 >> 8);
        gif[8] = (byte) (800 & 0xff);
        gif[9] = (byte) (800 >> 8);
        return gif;
    }

    /** Returns the end of the colour table. */
    private static int colours(byte[] gif) {
        int flags = gif[10] & 0xff;
        return SCREEN + ((flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1));
    }
}
