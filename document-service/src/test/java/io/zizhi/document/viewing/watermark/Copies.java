package io.zizhi.document.viewing.watermark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
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

    /**
     * Combines copies of one page pixel by pixel.
     *
     * @param blend takes the values of one colour in ascending order, and returns the new one
     */
    public static BufferedImage blended(List<BufferedImage> copies, ToIntFunction<int[]> blend) {
        BufferedImage first = copies.getFirst();
        BufferedImage blended = new BufferedImage(first.getWidth(), first.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < first.getWidth() * first.getHeight(); at++) {
            int x = at % first.getWidth();
            int y = at / first.getWidth();
            int rgb = 0;
            for (int shift = 0; shift < 24; shift += 8) {
                int colour = shift;
                int[] values = copies.stream()
                        .mapToInt(copy -> (copy.getRGB(x, y) >> colour) & 0xFF)
                        .sorted()
                        .toArray();
                rgb |= blend.applyAsInt(values) << shift;
            }
            blended.setRGB(x, y, rgb);
        }
        return blended;
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
