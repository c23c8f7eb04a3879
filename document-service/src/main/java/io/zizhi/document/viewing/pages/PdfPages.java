package io.zizhi.document.viewing.pages;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Renders pages of PDF files. Scripts and links are not followed. */
final class PdfPages {

    private static final int QUARTER_TURN = 90;

    private PdfPages() {}

    static RenderedPage render(PageJob job, byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (job.number() > pages) {
                throw new PageException(PageException.Cause.NO_SUCH_PAGE, "The document has " + pages + " pages");
            }
            return RenderedPage.of(draw(document, job), pages, job);
        } catch (InvalidPasswordException locked) {
            throw new PageException(PageException.Cause.UNREADABLE, "The file has a password");
        }
    }

    private static BufferedImage draw(PDDocument document, PageJob job) throws IOException {
        PDPage page = document.getPage(job.number() - 1);
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() / QUARTER_TURN % 2 != 0;
        float width = turned ? box.getHeight() : box.getWidth();
        float height = turned ? box.getWidth() : box.getHeight();
        if (!(width > 0 && height > 0)) {
            throw new PageException(PageException.Cause.UNREADABLE, "The page has no area");
        }
        PageSize size = PageSize.of(width, height, job.width());
        PDFRenderer renderer = new StrictRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(job.number() - 1, size.width() / width, ImageType.RGB);
    }

    /** Fails on a picture that PDFBox cannot decode, where it would leave out the picture and show an empty page. */
    private static final class StrictRenderer extends PDFRenderer {

        StrictRenderer(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
                        throws IOException {
                    if (failure instanceof MissingImageReaderException) {
                        throw failure;
                    }
                    super.operatorException(operator, operands, failure);
                }
            };
        }
    }
}
