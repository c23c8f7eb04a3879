package io.zizhi.bench.capacity;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A picture of the size and detail of a photo that a phone sends. */
final class Photo {

    private static final int WIDTH = 1_600;
    private static final int HEIGHT = 1_200;

    /** Of 256 levels; chosen so that the JPEG has about a megabyte. */
    private static final int NOISE = 60;

    private Photo() {}

    static byte[] ofAboutAMegabyte() {
        Random random = new Random(7);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int level = 80 + 100 * (x + y) / (WIDTH + HEIGHT) + random.nextInt(NOISE);
                image.setRGB(x, y, level << 16 | level << 8 | level * 3 / 4);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
