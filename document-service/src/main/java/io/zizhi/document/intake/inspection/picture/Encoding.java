package io.zizhi.document.intake.inspection.picture;

import io.zizhi.document.storage.FileFormat;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Encodes a decoded picture as a file without metadata. */
final class Encoding {

    /** Qualities to try until the file is short enough. At the first, nobody sees a difference. */
    private static final float[] QUALITIES = {0.92f, 0.85f, 0.75f};

    private Encoding() {}

    /** A picture as a file. */
    @SuppressWarnings("ArrayRecordComponent") // Only passed on.
    record Encoded(FileFormat format, byte[] bytes, ImageSize size) {}

    /**
     * Returns the picture as a file of at most {@code limit} bytes: a JPEG as JPEG, a PNG as PNG, and a GIF as PNG,
     * which loses none of its 256 colours. A PNG that is too long becomes a JPEG, whose quality is lost first; only then
     * the picture loses half of its width and height, until it fits.
     */
    static Encoded encode(BufferedImage picture, FileFormat format, int limit) throws IOException {
        if (format != FileFormat.JPEG) {
            Optional<byte[]> file = encode(picture, FileFormat.PNG, 1, limit);
            if (file.isPresent()) {
                return encoded(FileFormat.PNG, file.get(), picture);
            }
        }
        BufferedImage shown = picture;
        while (true) {
            for (float quality : QUALITIES) {
                Optional<byte[]> file = encode(shown, FileFormat.JPEG, quality, limit);
                if (file.isPresent()) {
                    return encoded(FileFormat.JPEG, file.get(), shown);
                }
            }
            if (shown.getWidth() == 1 || shown.getHeight() == 1) {
                throw new IOException("No encoding of the picture is short enough");
            }
            shown = halved(shown);
        }
    }

    private static Encoded encoded(FileFormat format, byte[] file, BufferedImage picture) {
        return new Encoded(format, file, ImageSize.of(picture.getWidth(), picture.getHeight()));
    }

    /** Returns nothing if the file would be too long. */
    private static Optional<byte[]> encode(BufferedImage picture, FileFormat format, float quality, int limit)
            throws IOException {
        ImageWriter writer =
                ImageIO.getImageWritersByMIMEType(format.contentType()).next();
        BoundedImageOutput out = new BoundedImageOutput(limit);
        try (out) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format == FileFormat.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(quality);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
            return Optional.of(out.bytes());
        } catch (IOException failure) {
            if (out.isBeyondLimit()) {
                return Optional.empty();
            }
            throw failure;
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage halved(BufferedImage picture) {
        BufferedImage half = new BufferedImage(picture.getWidth() / 2, picture.getHeight() / 2, picture.getType());
        Graphics2D pen = half.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(picture, 0, 0, half.getWidth(), half.getHeight(), null);
        } finally {
            pen.dispose();
        }
        return half;
    }
}
