package io.zizhi.qualification.filing.letterpaper;

import io.zizhi.qualification.form.LetterForm;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Typesets a letter on A4 pages. It blocks for some milliseconds. */
@Singleton
class LetterPaper {

    private static final float MARGIN = 72;
    private static final int SIZE = 12;
    private static final int TITLE_SIZE = 20;
    private static final float LEADING = 24;
    private static final int THOUSAND = 1000;

    byte[] print(LetterForm form) {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(LetterText.TITLE);
            for (List<String> page : pages(lines(form))) {
                document.addPage(page(document, page, document.getNumberOfPages() == 0));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Cannot create the PDF of a letter", impossible);
        }
    }

    private static List<String> lines(LetterForm form) {
        int widest = (int) ((PDRectangle.A4.getWidth() - 2 * MARGIN) / SIZE * THOUSAND);
        return LetterText.paragraphs(form).stream()
                .flatMap(paragraph -> Lines.of(paragraph, widest).stream())
                .toList();
    }

    private static List<List<String>> pages(List<String> lines) {
        int perPage = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN - 2 * LEADING) / LEADING);
        List<List<String>> pages = new ArrayList<>();
        for (int start = 0; start < lines.size(); start += perPage) {
            pages.add(lines.subList(start, Math.min(lines.size(), start + perPage)));
        }
        return pages;
    }

    private static PDPage page(PDDocument document, List<String> lines, boolean first) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setResources(new PDResources(resources()));
        String content = first ? title() + body(lines) : body(lines);
        page.setContents(new PDStream(
                document, new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)), COSName.FLATE_DECODE));
        return page;
    }

    private static COSDictionary resources() {
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), ChineseFont.resource());
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        return resources;
    }

    private static String title() {
        float width = LetterText.TITLE.length() * TITLE_SIZE;
        return text(
                TITLE_SIZE,
                (PDRectangle.A4.getWidth() - width) / 2,
                PDRectangle.A4.getHeight() - MARGIN,
                LetterText.TITLE);
    }

    private static String body(List<String> lines) {
        StringBuilder content = new StringBuilder();
        float y = PDRectangle.A4.getHeight() - MARGIN - 2 * LEADING;
        for (String line : lines) {
            content.append(text(SIZE, MARGIN, y, line));
            y -= LEADING;
        }
        return content.toString();
    }

    private static String text(int size, float x, float y, String text) {
        return String.format(
                Locale.ROOT, "BT /F1 %d Tf %.2f %.2f Td %s Tj ET\n", size, x, y, ChineseFont.operand(text));
    }
}
