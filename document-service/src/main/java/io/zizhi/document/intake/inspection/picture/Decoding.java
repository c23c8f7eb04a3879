package io.zizhi.document.intake.inspection.picture;

import io.zizhi.document.storage.FileFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a picture in bounded memory. The result is upright, has 8 bits per sample, no transparency and at most
 * {@link #MOST_PIXELS}; a larger picture is scaled down. A picture that must be changed is decoded in strips, so that
 * it and the result are never in memory together.
 */
final class Decoding {

    /**
     * Most pixels of a decoded picture: a page of A4 at 300 dots per inch has 8.7 million. Three bytes for each take 27
     * MB.
     */
    static final int MOST_PIXELS = 9_000_000;

    /** Memory of a strip. Each strip decodes the picture from its beginning, so more strips take more time. */
    private static final int STRIP_BYTES = 8_000_000;

    /** Pictures with more pixels skip every other column and row. Strips of all of them would take too long. */
    private static final int MOST_EXAMINED = 16_000_000;

    private static final int BYTES_PER_COLOUR = 3;

    private final FileFormat format;
    private final PictureStructure structure;
    private final int width;
    private final int height;
    private final double scale;

    Decoding(FileFormat format, PictureStructure structure) {
        this.format = format;
        this.structure = structure;
        this.width = structure.size().width();
        this.height = structure.size().height();
        this.scale = Math.min(1, Math.sqrt((double) MOST_PIXELS / ((long) width * height)));
    }

    /** Returns the bytes of the decoded picture. */
    long memory() {
        return Math.min((long) width * height, MOST_PIXELS) * (structure.grey() ? 1 : BYTES_PER_COLOUR);
    }

    /** Returns the most bytes of a strip. */
    long stripMemory() {
        return Math.min((long) width * height * structure.bytesPerPixel(), STRIP_BYTES);
    }

    /**
     * Returns a picture of type {@link BufferedImage#TYPE_3BYTE_BGR} or {@link BufferedImage#TYPE_BYTE_GRAY}.
     *
     * @param pixels the file without its metadata
     */
    BufferedImage decode(byte[] pixels) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(format.contentType());
        ImageReader reader = readers.next();
        try (ByteArrayImageInput in = new ByteArrayImageInput(pixels)) {
            reader.setInput(in, false, true);
            if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
                throw new IOException("The decoder sees a picture of another size");
            }
            ImageTypeSpecifier asWanted = asWanted(reader);
            return asWanted == null ? redrawn(reader) : whole(reader, asWanted);
        } finally {
            reader.dispose();
        }
    }

    private int type() {
        return structure.grey() ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    }

    /** Returns the wanted type if the decoder can produce it and the picture needs no other change; otherwise null. */
    private @Nullable ImageTypeSpecifier asWanted(ImageReader reader) throws IOException {
        if (structure.orientation() != Orientation.UPRIGHT || scale < 1) {
            return null;
        }
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            if (type.getBufferedImageType() == type()) {
                return type;
            }
        }
        return null;
    }

    private static BufferedImage whole(ImageReader reader, ImageTypeSpecifier type) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestinationType(type);
        return reader.read(0, param);
    }

    private BufferedImage redrawn(ImageReader reader) throws IOException {
        int newWidth = Math.max(1, (int) (width * scale));
        int newHeight = Math.max(1, (int) (height * scale));
        boolean turned = structure.orientation().isQuarterTurn();
        BufferedImage upright = new BufferedImage(turned ? newHeight : newWidth, turned ? newWidth : newHeight, type());
        Graphics2D pen = upright.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, upright.getWidth(), upright.getHeight());
            if (scale < 1) {
                pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            }
            AffineTransform transform = structure.orientation().toUpright(newWidth, newHeight);
            transform.scale((double) newWidth / width, (double) newHeight / height);
            drawStrips(reader, pen, transform);
        } finally {
            pen.dispose();
        }
        return upright;
    }

    private void drawStrips(ImageReader reader, Graphics2D pen, AffineTransform transform) throws IOException {
        int step = (long) width * height > MOST_EXAMINED ? 2 : 1;
        int rows = Math.max(1, STRIP_BYTES / (Math.ceilDiv(width, step) * structure.bytesPerPixel())) * step;
        for (int y = 0; y < height; y += rows) {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(0, y, width, Math.min(rows, height - y)));
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage strip = onWhite(reader.read(0, param));
            AffineTransform placed = new AffineTransform(transform);
            placed.translate(0, y);
            placed.scale(step, step);
            pen.drawImage(strip, placed, null);
        }
    }

    /**
     * Returns a strip whose grey pixels lie on white instead of being transparent. The platform would convert them
     * through another colour space, which makes them lighter.
     */
    private static BufferedImage onWhite(BufferedImage strip) {
        WritableRaster from = strip.getRaster();
        if (from.getNumBands() != 2) {
            return strip;
        }
        BufferedImage opaque = new BufferedImage(strip.getWidth(), strip.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        int shift = Math.max(0, from.getSampleModel().getSampleSize(0) - 8);
        for (int y = 0; y < strip.getHeight(); y++) {
            for (int x = 0; x < strip.getWidth(); x++) {
                int grey = from.getSample(x, y, 0) >> shift;
                int alpha = from.getSample(x, y, 1) >> shift;
                opaque.getRaster().setSample(x, y, 0, (grey * alpha + 255 * (255 - alpha)) / 255);
            }
        }
        return opaque;
    }
}
