package io.zizhi.qualification.filing.letterpaper;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Typesets a letter on A4 pages. It blocks for about a tenth of a second. */
@Singleton
class LetterPaper {

    private static final float MARGIN = 72;
    private static final int SIZE = 12;
    private static final int TITLE_SIZE = 20;
    private static final int FOOT_SIZE = 9;
    private static final int FOOT_LEADING = 12;
    private static final float LEADING = 24;
    private static final int THOUSAND = 1000;

    private final ChineseFont chinese;

    LetterPaper(ChineseFont chinese) {
        this.chinese = chinese;
    }

    /**
     * Fails with 422 if a text contains a character that the fonts do not have, and with 503 without a Chinese font.
     * Prints one letter at a time, because each needs a copy of the font file in memory.
     */
    synchronized byte[] print(CompleteLetter letter) {
        try (PDDocument document = new PDDocument();
                PaperFonts fonts = new PaperFonts(document, chinese)) {
            requirePrintable(letter, fonts);
            document.getDocumentInformation().setTitle(LetterText.TITLE);
            List<String> foot = Lines.of(LetterText.foot(letter), widest(FOOT_SIZE), fonts::width);
            for (List<String> page : pages(lines(letter, fonts))) {
                addPage(document, page, foot, fonts);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Cannot create the PDF of a letter", impossible);
        }
    }

    /** Rejects a missing character: the paper must not show a gap in a name. */
    private static void requirePrintable(CompleteLetter letter, PaperFonts fonts) {
        List<Violation> violations = new ArrayList<>();
        require(letter.name(), "/name", fonts, violations);
        require(letter.authoriser(), "/authoriser", fonts, violations);
        require(letter.creditCode(), "/creditCode", fonts, violations);
        require(letter.party(), "/authorisedParty", fonts, violations);
        for (int index = 0; index < letter.signatureNames().size(); index++) {
            require(letter.signatureNames().get(index), "/signatureNames/" + index, fonts, violations);
        }
        if (!violations.isEmpty()) {
            throw Problems.unprocessable(
                    "LETTER_UNPRINTABLE", "The letter contains characters that cannot be printed.", violations);
        }
    }

    private static void require(String text, String pointer, PaperFonts fonts, List<Violation> violations) {
        fonts.firstMissing(text)
                .map(missing -> new Violation(
                        pointer, "CHARACTER_UNPRINTABLE", "The font of the letter does not have “" + missing + "”."))
                .ifPresent(violations::add);
    }

    private static List<String> lines(CompleteLetter letter, PaperFonts fonts) {
        return LetterText.paragraphs(letter).stream()
                .flatMap(paragraph -> Lines.of(paragraph, widest(SIZE), fonts::width).stream())
                .toList();
    }

    private static int widest(int size) {
        return (int) ((PDRectangle.A4.getWidth() - 2 * MARGIN) / size * THOUSAND);
    }

    private static List<List<String>> pages(List<String> lines) {
        int perPage = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN - 2 * LEADING) / LEADING);
        List<List<String>> pages = new ArrayList<>();
        for (int start = 0; start < lines.size(); start += perPage) {
            pages.add(lines.subList(start, Math.min(lines.size(), start + perPage)));
        }
        return pages;
    }

    private static void addPage(PDDocument document, List<String> lines, List<String> foot, PaperFonts fonts)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        boolean first = document.getNumberOfPages() == 0;
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            float y = PDRectangle.A4.getHeight() - MARGIN;
            if (first) {
                float width = LetterText.TITLE.length() * TITLE_SIZE;
                write(content, fonts, TITLE_SIZE, (PDRectangle.A4.getWidth() - width) / 2, y, LetterText.TITLE);
            }
            y -= 2 * LEADING;
            for (String line : lines) {
                write(content, fonts, SIZE, MARGIN, y, line);
                y -= LEADING;
            }
            float below = MARGIN - FOOT_LEADING;
            for (String line : foot) {
                write(content, fonts, FOOT_SIZE, MARGIN, below, line);
                below -= FOOT_LEADING;
            }
        }
    }

    private static void write(PDPageContentStream content, PaperFonts fonts, int size, float x, float y, String text)
            throws IOException {
        content.beginText();
        content.newLineAtOffset(x, y);
        for (PaperFonts.Run run : fonts.runs(text)) {
            content.setFont(run.font(), size);
            content.showText(run.text());
        }
        content.endText();
    }
}
