package io.zizhi.e2e.hostile;

import static io.zizhi.e2e.hostile.FileParts.card;
import static io.zizhi.e2e.hostile.FileParts.deflatedZeros;
import static io.zizhi.e2e.hostile.FileParts.encoded;
import static io.zizhi.e2e.hostile.FileParts.inserted;
import static io.zizhi.e2e.hostile.FileParts.join;
import static io.zizhi.e2e.hostile.FileParts.latin;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/** Hostile PNG files. */
final class PngFiles {

    /** End of the header chunk. */
    private static final int HEAD = 33;

    static final Map<String, Supplier<byte[]>> ALL = Map.ofEntries(
            Map.entry("png-60000-pixels-a-side", () -> claiming(60_000, 60_000)),
            Map.entry("png-beyond-40-megapixels", () -> claiming(8_000, 5_001)),
            Map.entry("png-beyond-16-megapixels-of-16-bits", () -> claiming(8_000, 2_001, 16, 6)),
            Map.entry("png-bomb", () -> bomb(8_000, 5_000)),
            Map.entry("png-one-pixel", () -> encoded(card(1, 1), "png")),
            Map.entry("png-blank", () -> encoded(plain(Color.WHITE), "png")),
            Map.entry("png-truncated", () -> Arrays.copyOf(photo(), photo().length - 20)),
            Map.entry("png-no-pixels", () -> join(Arrays.copyOf(photo(), HEAD), chunk("IEND", new byte[0]))),
            Map.entry("png-garbage-pixels", PngFiles::garbage),
            Map.entry("png-text-bomb", () -> withChunk("zTXt", join(latin("Comment\0\0"), deflatedZeros(300_000_000)))),
            Map.entry("png-profile-bomb", () -> withChunk("iCCP", join(latin("icc\0\0"), deflatedZeros(300_000_000)))),
            Map.entry("png-16-bits", () -> encoded(deep(), "png")),
            Map.entry("png-rar-behind", () -> join(photo(), latin("Rar!\u001a\u0007\0evil.exe"))),
            Map.entry("png-script-behind", () -> join(photo(), FileParts.SCRIPT)));

    private PngFiles() {}

    static byte[] photo() {
        return encoded(card(1_200, 800), "png");
    }

    /** Returns a few bytes that claim to be a picture of that size. */
    private static byte[] claiming(int width, int height) {
        return claiming(width, height, 8, 2);
    }

    private static byte[] claiming(int width, int height, int depth, int colourType) {
        return join(
                Arrays.copyOf(photo(), 8),
                chunk("IHDR", header(width, height, depth, colourType)),
                chunk("IDAT", FileParts.deflated(new byte[100])),
                chunk("IEND", new byte[0]));
    }

    /** Returns a picture of one colour in a few kilobytes that takes 120 MB when it is decoded. */
    private static byte[] bomb(int width, int height) {
        return join(
                Arrays.copyOf(photo(), 8),
                chunk("IHDR", header(width, height, 8, 2)),
                chunk("IDAT", deflatedZeros((3L * width + 1) * height)),
                chunk("IEND", new byte[0]));
    }

    private static byte[] header(int width, int height, int depth, int colourType) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colourType)
                .array();
    }

    private static byte[] garbage() {
        byte[] garbage = new byte[5_000];
        Arrays.fill(garbage, (byte) 0x5a);
        return join(Arrays.copyOf(photo(), HEAD), chunk("IDAT", garbage), chunk("IEND", new byte[0]));
    }

    private static byte[] withChunk(String type, byte[] content) {
        return inserted(photo(), HEAD, chunk(type, content));
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] checked = join(latin(type), content);
        CRC32 crc = new CRC32();
        crc.update(checked);
        return ByteBuffer.allocate(8 + checked.length)
                .putInt(content.length)
                .put(checked)
                .putInt((int) crc.getValue())
                .array();
    }

    private static BufferedImage plain(Color colour) {
        BufferedImage sheet = new BufferedImage(1_200, 800, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 1_200, 800);
        pen.dispose();
        return sheet;
    }

    private static BufferedImage deep() {
        BufferedImage deep = new BufferedImage(1_200, 800, BufferedImage.TYPE_USHORT_GRAY);
        Graphics2D pen = deep.createGraphics();
        pen.drawImage(card(1_200, 800), 0, 0, null);
        pen.dispose();
        return deep;
    }
}
