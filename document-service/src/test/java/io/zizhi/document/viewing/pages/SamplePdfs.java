package io.zizhi.document.viewing.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Small generated PDF files, also hostile ones. */
public final class SamplePdfs {

    private SamplePdfs() {}

    private interface Drawing {
        void on(PDPageContentStream content, int page) throws IOException;
    }

    /** Returns A4 pages with their number in large letters. */
    public static byte[] pages(int count) {
        PDType1Font font = new PDType1Font(FontName.HELVETICA);
        return drawn(count, PDRectangle.A4, (content, page) -> {
            content.beginText();
            content.setFont(font, 60);
            content.newLineAtOffset(80, 500);
            content.showText("Page " + page);
            content.endText();
        });
    }

    /** Returns an empty page of that size in points. */
    static byte[] sized(float width, float height) {
        return drawn(1, new PDRectangle(width, height), (content, page) -> {});
    }

    /** Returns a page whose drawing takes minutes: a hundred million curves, compressed to a few kilobytes. */
    static byte[] endless() {
        String curves = "0 0 m 600 0 0 800 600 800 c S\n".repeat(30_000);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream inner = stream(document, curves);
            for (int level = 0; level < 4; level++) {
                inner = form(document, inner);
            }
            page.getCOSObject().setItem(COSName.CONTENTS, stream(document, "/F Do ".repeat(50)));
            page.setResources(resources(inner));
            return saved(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns a page with a picture that claims 30,000 by 30,000 pixels, compressed to less than a megabyte. */
    static byte[] pictureBomb() {
        int side = 30_000;
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream picture = document.getDocument().createCOSStream();
            picture.setItem(COSName.TYPE, COSName.XOBJECT);
            picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
            picture.setInt(COSName.WIDTH, side);
            picture.setInt(COSName.HEIGHT, side);
            picture.setInt(COSName.BITS_PER_COMPONENT, 8);
            picture.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            picture.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            try (DeflaterOutputStream out = new DeflaterOutputStream(picture.createRawOutputStream())) {
                byte[] rows = new byte[3 * side];
                for (int row = 0; row < 5_000; row++) {
                    out.write(rows);
                }
            }
            page.getCOSObject().setItem(COSName.CONTENTS, stream(document, "600 0 0 800 0 0 cm /F Do"));
            page.setResources(resources(picture));
            return saved(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns a square page of thirty transparent groups inside each other, each of which needs pixels of its own. */
    static byte[] nestedGroups() {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(600, 600));
            document.addPage(page);
            COSStream inner = stream(document, "0 0 600 600 re f");
            for (int level = 0; level < 30; level++) {
                COSStream group = stream(document, "/F Do");
                group.setItem(COSName.RESOURCES, resources(inner).getCOSObject());
                COSDictionary transparent = new COSDictionary();
                transparent.setItem(COSName.S, COSName.TRANSPARENCY);
                group.setItem(COSName.GROUP, transparent);
                inner = group;
            }
            page.getCOSObject().setItem(COSName.CONTENTS, stream(document, "/F Do"));
            page.setResources(resources(inner));
            return saved(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] withPassword() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return saved(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] drawn(int count, PDRectangle size, Drawing drawing) {
        try (PDDocument document = new PDDocument()) {
            for (int number = 1; number <= count; number++) {
                PDPage page = new PDPage(size);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    drawing.on(content, number);
                }
            }
            return saved(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static COSStream form(PDDocument document, COSStream inner) throws IOException {
        COSStream form = stream(document, "/F Do ".repeat(50));
        form.setItem(COSName.RESOURCES, resources(inner).getCOSObject());
        return form;
    }

    private static org.apache.pdfbox.pdmodel.PDResources resources(COSStream object) {
        var resources = new org.apache.pdfbox.pdmodel.PDResources();
        var objects = new org.apache.pdfbox.cos.COSDictionary();
        objects.setItem(COSName.getPDFName("F"), object);
        resources.getCOSObject().setItem(COSName.XOBJECT, objects);
        return resources;
    }

    /** Returns a compressed form with these operators. */
    private static COSStream stream(PDDocument document, String operators) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        stream.setItem(COSName.TYPE, COSName.XOBJECT);
        stream.setItem(COSName.SUBTYPE, COSName.FORM);
        stream.setItem(COSName.BBOX, new PDRectangle(600, 800).getCOSArray());
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(operators.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
