package io.zizhi.document.viewing.pages;

import io.zizhi.document.intake.inspection.picture.Orientation;
import io.zizhi.document.storage.FileFormat;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Renders pictures; an animated one shows its first frame. */
final class PicturePage {

    /** Pixels that are decoded at most: three times as many as the largest page has. */
    private static final int MOST_DECODED = 12_000_000;

    private PicturePage() {}

    static RenderedPage render(PageJob job, byte[] file) throws IOException {
        if (job.number() > 1) {
            throw new PageException(PageException.Cause.NO_SUCH_PAGE, "A picture has one page");
        }
        BufferedImage picture;
        try {
            picture = decode(job, file);
        } catch (IIOException unsupported) {
            if (job.format() != FileFormat.JPEG) {
                throw unsupported;
            }
            return PdfPages.render(job.in(FileFormat.PDF), asPdf(file));
        }
        return RenderedPage.of(upright(picture, file, job.format()), 1, job);
    }

    /**
     * Decodes only as many pixels as needed, about twice as many per side as wanted, so that a picture of 40 megapixels
     * needs little memory.
     */
    private static BufferedImage decode(PageJob job, byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(
                        job.format().name().toLowerCase(Locale.ROOT))
                .next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            int shorter = Math.min(reader.getWidth(0), reader.getHeight(0));
            int fitting = (int) Math.ceil(Math.sqrt((double) pixels / MOST_DECODED));
            int step = Math.max(fitting, shorter / (2 * job.width()));
            ImageReadParam sparse = reader.getDefaultReadParam();
            sparse.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, sparse);
        } finally {
            reader.dispose();
        }
    }

    /** Puts a JPEG with colours for print, which Java does not decode, into a PDF, because PDFBox does. */
    private static byte[] asPdf(byte[] jpeg) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDImageXObject picture = JPEGFactory.createFromByteArray(document, jpeg);
            PDPage page = new PDPage(new PDRectangle(picture.getWidth(), picture.getHeight()));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(picture, 0, 0);
            }
            document.save(pdf);
        }
        return pdf.toByteArray();
    }

    private static BufferedImage upright(BufferedImage picture, byte[] file, FileFormat format) {
        AffineTransform turn = format == FileFormat.JPEG
                ? Orientation.ofJpeg(file).toUpright(picture.getWidth(), picture.getHeight())
                : new AffineTransform();
        return turn.isIdentity()
                ? picture
                : new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(picture, null);
    }
}
