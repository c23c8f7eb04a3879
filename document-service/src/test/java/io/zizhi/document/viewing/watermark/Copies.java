package io.zizhi.document.viewing.watermark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** What a leaker does to a page. */
public final class Copies {

    private Copies() {}

    /** Cuts out a quarter of the page, half as wide and half as high, anywhere. */
    public static BufferedImage quarter(BufferedImage page, Random random) {
        int width = page.getWidth() / 2;
        int height = page.getHeight() / 2;
        return page.getSubimage(
                random.nextInt(page.getWidth() - width + 1),
                random.nextInt(page.getHeight() - height + 1),
                width,
                height);
    }

    /** Stores as JPEG and reads back. */
    public static BufferedImage jpeg(BufferedImage page, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(page, null, null), settings);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
