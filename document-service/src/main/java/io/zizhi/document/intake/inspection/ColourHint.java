package io.zizhi.document.intake.inspection;

import io.zizhi.document.storage.FileFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes colour pictures from black-and-white pictures. A copy or a black-and-white picture of a certificate
 * needs a red company seal, and the seal makes the picture coloured.
 */
final class ColourHint {

    /** Pictures with more pixels are not examined: a progressive JPEG needs about 6 bytes of memory for each pixel. */
    private static final long MOST_PIXELS = 12_500_000;

    /** Number of columns and rows to examine, approximately. */
    private static final int SAMPLES = 256;

    /**
     * Difference between the strongest and the weakest colour of a pixel. Yellowed paper and weak tints stay below it.
     */
    private static final int LEAST_DIFFERENCE = 48;

    /** One of this many pixels must be coloured: a seal covers about one percent of a page. */
    private static final int ONE_IN = 500;

    /** Limits how many pictures are decoded at the same time, because decoding needs extra memory. */
    private static final Semaphore PLACES = new Semaphore(2);

    private ColourHint() {}

    /** Returns whether the picture has colours; null if it is too large or cannot be decoded. */
    static @Nullable Boolean of(FileFormat format, byte[] bytes) {
        PLACES.acquireUninterruptibly();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(format.contentType());
            return readers.hasNext() ? of(readers.next(), in) : null;
        } catch (IOException | RuntimeException undecodable) {
            return null;
        } finally {
            PLACES.release();
        }
    }

    /** Reads only every n-th pixel, so that memory does not depend on the size of the picture. */
    private static @Nullable Boolean of(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                return null;
            }
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(Math.ceilDiv(width, SAMPLES), Math.ceilDiv(height, SAMPLES), 0, 0);
            return hasColours(reader.read(0, param));
        } finally {
            reader.dispose();
        }
    }

    private static boolean hasColours(BufferedImage sample) {
        int coloured = 0;
        for (int y = 0; y < sample.getHeight(); y++) {
            for (int x = 0; x < sample.getWidth(); x++) {
                coloured += isColoured(sample.getRGB(x, y)) ? 1 : 0;
            }
        }
        return (long) coloured * ONE_IN > (long) sample.getWidth() * sample.getHeight();
    }

    private static boolean isColoured(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) >= LEAST_DIFFERENCE;
    }
}
