package io.zizhi.document.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.zizhi.document.intake.inspection.FileInspection;
import io.zizhi.document.intake.inspection.InspectedFile;
import io.zizhi.document.intake.inspection.InspectedFile.Accepted;
import io.zizhi.document.intake.inspection.pdf.PdfObjects;
import io.zizhi.document.intake.inspection.pdf.PdfRefusals;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small generated files of every format. */
public final class SampleFiles {

    private SampleFiles() {}

    /** Returns the bytes that the service stores of a file. */
    public static byte[] asStored(byte[] file) {
        return accept(file, file[0] == 'G' ? DocumentKind.ID_EMBLEM : DocumentKind.MORE_MATERIAL)
                .bytes();
    }

    /** Does what an upload does, but reads the objects of a PDF in this process. */
    public static Accepted accept(byte[] file, DocumentKind kind) {
        InspectedFile inspected = FileInspection.inspect(file, kind, null);
        if (inspected.format() == FileFormat.PDF) {
            try {
                PdfRefusals.refuseFound(PdfObjects.find(file));
            } catch (IOException unreadable) {
                throw PdfRefusals.unreadable();
            }
        }
        return inspected.accept(Upload.MAX_BYTES);
    }

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
        return pdfWith(new byte[0]);
    }

    /** Returns a PDF of exactly that many bytes. */
    public static byte[] pdfOfSize(int size) {
        byte[] filled = new byte[size - pdf().length];
        Arrays.fill(filled, (byte) 'x');
        return pdfWith(filled);
    }

    /** @param comment text of a comment, on one line */
    public static byte[] pdfWith(byte[] comment) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%".getBytes(ISO_8859_1));
        pdf.writeBytes(comment);
        pdf.writeBytes("\n%%EOF\n".getBytes(ISO_8859_1));
        return pdf.toByteArray();
    }

    /** Returns a DOC of four sectors: header, table of sectors, directory, text. */
    public static byte[] doc() {
        ByteBuffer doc = ByteBuffer.allocate(4 * 512).order(ByteOrder.LITTLE_ENDIAN);
        doc.put("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1".getBytes(ISO_8859_1));
        doc.putShort(30, (short) 9).putInt(44, 1).putInt(48, 1);
        for (int sector = 0; sector < 128; sector++) {
            doc.putInt(512 + 4 * sector, sector < 3 ? -2 : -1);
        }
        byte[] name = "WordDocument".getBytes(UTF_16LE);
        doc.put(1_024, name).putShort(1_024 + 64, (short) (name.length + 2)).put(1_024 + 66, (byte) 2);
        return doc.array();
    }

    public static byte[] docx() {
        return zip("[Content_Types].xml", "word/document.xml");
    }

    /** Returns a ZIP file whose parts declare themselves as parts of a DOCX. */
    public static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<Types><Default Extension='xml' ContentType='application/xml'/></Types>".getBytes(UTF_8));
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

    /** Returns the JPEG with Exif data that say how the camera was held, from 1 (upright) to 8. */
    public static byte[] orientedJpeg(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(2 + 34);
        exif.putShort((short) 0xFFE1).putShort((short) 34);
        exif.put("Exif\0\0MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
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
