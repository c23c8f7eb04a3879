package io.zizhi.e2e.hostile;

import static io.zizhi.e2e.hostile.FileParts.card;
import static io.zizhi.e2e.hostile.FileParts.encoded;
import static io.zizhi.e2e.hostile.FileParts.inserted;
import static io.zizhi.e2e.hostile.FileParts.join;
import static io.zizhi.e2e.hostile.FileParts.latin;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Hostile JPEG files. */
final class JpegFiles {

    static final Map<String, Supplier<byte[]>> ALL = Map.ofEntries(
            Map.entry("jpeg-gps", () -> segment(0xe1, exif(1))),
            Map.entry("jpeg-turned", () -> segment(0xe1, exif(6))),
            Map.entry("jpeg-script-in-comment", () -> segment(0xfe, FileParts.SCRIPT)),
            Map.entry("jpeg-profile", () -> segment(0xe2, join(latin("ICC_PROFILE\0\1\1"), new byte[5_000]))),
            Map.entry("jpeg-moving-photo", () -> join(photo(), latin("\0\0\0\u0018ftypmp42"), new byte[2_000])),
            Map.entry("jpeg-facts-of-phone", () -> join(photo(), latin("streamdata{}vivo{\"version\":1}"))),
            Map.entry("jpeg-zip-behind", () -> join(photo(), FileParts.zip("evil.js", FileParts.SCRIPT))),
            Map.entry("jpeg-script-behind", () -> join(photo(), FileParts.SCRIPT)),
            Map.entry("jpeg-pdf-inside", () -> segment(0xfe, latin("%PDF-1.7 1 0 obj"))),
            Map.entry("jpeg-truncated", () -> Arrays.copyOf(photo(), photo().length / 2)),
            Map.entry("jpeg-two-frames", JpegFiles::twoFrames),
            Map.entry("jpeg-many-scans", JpegFiles::manyScans),
            Map.entry("jpeg-printing-colours", JpegFiles::printingColours),
            Map.entry("jpeg-huge-progressive", JpegFiles::hugeProgressive),
            Map.entry("jpeg-covered-lens", () -> encoded(dark(), "jpeg")),
            Map.entry("jpeg-40-megapixels", () -> encoded(card(8_000, 5_000), "jpeg")));

    private static final int FRAME = 0xc0;

    private JpegFiles() {}

    static byte[] photo() {
        return encoded(card(1_200, 800), "jpeg");
    }

    /** Inserts a segment behind the beginning of a photo. */
    private static byte[] segment(int marker, byte[] content) {
        ByteBuffer segment = ByteBuffer.allocate(4 + content.length);
        segment.put((byte) 0xff).put((byte) marker).putShort((short) (2 + content.length));
        segment.put(content);
        return inserted(photo(), 2, segment.array());
    }

    /** Returns Exif data with an orientation and the place of the photo. */
    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + 40);
        tiff.put(latin("Exif\0\0MM")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        tiff.putInt(0).put(latin("GPS 39.9042 N 116.4074 E"));
        return tiff.array();
    }

    /** Repeats the frame header with a tiny size. A decoder may believe either. */
    private static byte[] twoFrames() {
        byte[] photo = photo();
        int at = frame(photo);
        byte[] second = Arrays.copyOfRange(photo, at, at + 2 + (photo[at + 3] & 0xff));
        ByteBuffer.wrap(second).putShort(5, (short) 8).putShort(7, (short) 8);
        return inserted(photo, at, second);
    }

    /** Repeats the last scan of a progressive photo, each of which takes a pass over all pixels. */
    private static byte[] manyScans() {
        byte[] photo = progressive(card(1_200, 800));
        int start = lastIndexOf(photo, 0xda);
        byte[] scan = Arrays.copyOfRange(photo, start, photo.length - 2);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(photo, 0, photo.length - 2);
        for (int round = 0; round < 1_000; round++) {
            many.writeBytes(scan);
        }
        many.write(0xff);
        many.write(0xd9);
        return many.toByteArray();
    }

    /** Claims a fourth colour; decoding never begins. */
    private static byte[] printingColours() {
        byte[] photo = photo();
        int at = frame(photo);
        byte[] four = inserted(photo, at + 2 + (photo[at + 3] & 0xff), new byte[] {4, 0x11, 0});
        four[at + 3] = (byte) (four[at + 3] + 3);
        four[at + 9] = 4;
        return four;
    }

    private static byte[] hugeProgressive() {
        byte[] photo = progressive(card(1_200, 800));
        int at = lastIndexOf(photo, 0xc2);
        ByteBuffer.wrap(photo).putShort(at + 5, (short) 5_000).putShort(at + 7, (short) 8_000);
        return photo;
    }

    private static byte[] progressive(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Draws what a camera sees with a covered lens: noise of a few levels. */
    private static BufferedImage dark() {
        Random random = new Random(3);
        BufferedImage dark = new BufferedImage(1_200, 800, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 800; y++) {
            for (int x = 0; x < 1_200; x++) {
                dark.setRGB(x, y, 0x010101 * random.nextInt(12));
            }
        }
        return dark;
    }

    private static int frame(byte[] photo) {
        return lastIndexOf(photo, FRAME);
    }

    /** Returns the last position of a marker. */
    private static int lastIndexOf(byte[] photo, int marker) {
        for (int at = photo.length - 2; at >= 0; at--) {
            if (photo[at] == (byte) 0xff && photo[at + 1] == (byte) marker) {
                return at;
            }
        }
        throw new IllegalStateException("The photo has no marker " + marker);
    }
}
