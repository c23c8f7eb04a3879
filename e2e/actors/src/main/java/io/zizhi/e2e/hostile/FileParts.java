package io.zizhi.e2e.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Parts from which hostile files are made. */
final class FileParts {

    /** Harmless in itself; it must not be in a stored file. */
    static final byte[] SCRIPT = latin("<?php system($_GET['c']); ?><script>alert(1)</script>");

    private FileParts() {}

    static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    static byte[] inserted(byte[] file, int at, byte[] part) {
        return join(slice(file, 0, at), part, slice(file, at, file.length));
    }

    static byte[] slice(byte[] bytes, int start, int end) {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /** Draws a landscape-format card: a dark title on light paper, a red seal in the lower right corner. */
    static BufferedImage card(int width, int height) {
        BufferedImage card = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = card.createGraphics();
        pen.setColor(new Color(0xFDF6E3));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.DARK_GRAY);
        pen.fillRect(width / 10, height / 10, width / 2, height / 10);
        pen.setColor(new Color(0xC8102E));
        pen.fillOval(width * 7 / 10, height * 6 / 10, height / 4, height / 4);
        pen.dispose();
        return card;
    }

    static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("Nothing writes " + format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Returns the beginning of an endless sequence of zeros, compressed as in a PNG or PDF. */
    static byte[] deflatedZeros(long count) {
        return deflated(new byte[1024 * 1024], count);
    }

    static byte[] deflated(byte[] bytes) {
        return deflated(bytes, bytes.length);
    }

    private static byte[] deflated(byte[] pattern, long count) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        for (long left = count; left > 0; left -= pattern.length) {
            deflater.setInput(pattern, 0, (int) Math.min(left, pattern.length));
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** @param namesAndContents names and contents of parts in turn */
    static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int part = 0; part < namesAndContents.length; part += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[part]));
                zip.write((byte[]) namesAndContents[part + 1]);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
