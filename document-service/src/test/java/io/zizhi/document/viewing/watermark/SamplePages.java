package io.zizhi.document.viewing.watermark;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** Pages that make a watermark hard to read: white paper full of text, dark and noisy photos, strong patterns. */
public final class SamplePages {

    private static final Lettering LETTERING = new Lettering();

    private SamplePages() {}

    /** A scan: black text on pure white, and a red seal. */
    public static BufferedImage whiteScan(int width, int height) {
        BufferedImage page = filled(width, height, Color.WHITE);
        Graphics2D pen = pen(page);
        pen.setColor(Color.BLACK);
        for (int y = 40; y < height - 20; y += 30) {
            pen.fill(AffineTransform.getTranslateInstance(width / 2.0, y)
                    .createTransformedShape(LETTERING.outline(
                            List.of("The quick brown fox jumps over the lazy dog 0123456789 " + y), width / 50.0)));
        }
        pen.setColor(new Color(0xC8102E));
        pen.drawOval(width * 2 / 3, height * 2 / 3, width / 6, width / 6);
        pen.dispose();
        return page;
    }

    /** An almost empty page. */
    public static BufferedImage blank(int width, int height) {
        return filled(width, height, Color.WHITE);
    }

    /** A photo at night: near black, with the noise of a sensor and a bright lamp. */
    public static BufferedImage darkPhoto(int width, int height) {
        BufferedImage page = filled(width, height, Color.BLACK);
        Graphics2D pen = pen(page);
        pen.setPaint(new GradientPaint(0, 0, new Color(6, 6, 10), width, height, new Color(52, 44, 38)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(250, 240, 210));
        pen.fillOval(width * 3 / 4, height / 8, width / 12, width / 12);
        pen.dispose();
        return noisy(page, 9, 1);
    }

    /** A photo in daylight: colours, edges, texture. */
    public static BufferedImage brightPhoto(int width, int height) {
        BufferedImage page = filled(width, height, Color.GRAY);
        Graphics2D pen = pen(page);
        pen.setPaint(new GradientPaint(0, 0, new Color(90, 140, 220), 0, height, new Color(230, 220, 190)));
        pen.fillRect(0, 0, width, height);
        Random random = new Random(2);
        for (int shape = 0; shape < 300; shape++) {
            pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            int size = 5 + random.nextInt(width / 12);
            pen.fillOval(random.nextInt(width), random.nextInt(height), size, 1 + size / 2);
        }
        pen.dispose();
        return noisy(page, 5, 3);
    }

    private static BufferedImage noisy(BufferedImage page, double strength, long seed) {
        Random random = new Random(seed);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int shift = (int) (strength * random.nextGaussian());
                Color old = new Color(page.getRGB(x, y));
                page.setRGB(
                        x,
                        y,
                        new Color(
                                        Math.clamp(old.getRed() + shift, 0, 255),
                                        Math.clamp(old.getGreen() + shift, 0, 255),
                                        Math.clamp(old.getBlue() + shift, 0, 255))
                                .getRGB());
            }
        }
        return page;
    }

    private static BufferedImage filled(int width, int height, Color colour) {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return page;
    }

    private static Graphics2D pen(BufferedImage page) {
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
    }
}
