package io.zizhi.document.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small generated files of every format. */
public final class SampleFiles {

    private SampleFiles() {}

    public static byte[] png() {
        return image("png", 600, 400);
    }

    public static byte[] jpeg() {
        return image("jpeg", 600, 400);
    }

    public static byte[] gif() {
        return image("gif", 600, 400);
    }

    public static byte[] pdf() {
        return "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(ISO_8859_1);
    }

    public static byte[] doc() {
        byte[] bytes = new byte[1024];
        byte[] signature = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1".getBytes(ISO_8859_1);
        System.arraycopy(signature, 0, bytes, 0, signature.length);
        byte[] stream = "WordDocument".getBytes(UTF_16LE);
        System.arraycopy(stream, 0, bytes, 512, stream.length);
        return bytes;
    }

    public static byte[] docx() {
        return zip("[Content_Types].xml", "word/document.xml");
    }

    public static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(0, 0, width / 2, height);
        pen.dispose();
        return encoded(image, format);
    }

    /** Returns a grey picture on slightly yellow paper, in a colour format. */
    public static byte[] greyImage(String format) {
        return encoded(copy(), format);
    }

    /** Returns a copy with a red seal that covers about one percent of the page. */
    public static byte[] sealedCopy() {
        BufferedImage image = copy();
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xC8102E));
        pen.fillOval(500, 300, 55, 55);
        pen.dispose();
        return encoded(image, "jpeg");
    }

    private static BufferedImage copy() {
        BufferedImage image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xFAF6E8));
        pen.fillRect(0, 0, 600, 400);
        pen.setColor(Color.DARK_GRAY);
        pen.fillOval(50, 50, 200, 200);
        pen.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Returns a few bytes that claim to be an image of that size, with valid checksums. */
    public static byte[] pngClaiming(int width, int height) {
        ByteBuffer png = ByteBuffer.wrap(png()).duplicate();
        png.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        byte[] header = new byte[17];
        png.get(12, header);
        crc.update(header);
        png.putInt(29, (int) crc.getValue());
        byte[] bytes = new byte[png.limit()];
        png.get(0, bytes);
        return bytes;
    }

    /** Returns a PNG of exactly that many bytes, padded with a private chunk. */
    public static byte[] pngOfSize(int size) {
        byte[] png = png();
        int headEnd = 33;
        ByteBuffer filled = ByteBuffer.allocate(size);
        int padding = size - png.length - 12;
        filled.put(png, 0, headEnd)
                .putInt(padding)
                .put("zzZz".getBytes(ISO_8859_1))
                .position(headEnd + 8 + padding);
        CRC32 crc = new CRC32();
        crc.update(filled.array(), headEnd + 4, 4 + padding);
        filled.putInt((int) crc.getValue()).put(png, headEnd, png.length - headEnd);
        return filled.array();
    }
}
