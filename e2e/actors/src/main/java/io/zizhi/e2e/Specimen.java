package io.zizhi.e2e;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws specimen documents that are clearly not real. */
public final class Specimen {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 640;

    /** Width and height of a picture close to the maximum size of a document. */
    private static final int NOISE = 1280;

    private Specimen() {}

    public static byte[] businessLicense(String companyName, String creditCode) {
        return draw(new Color(0xFDF6E3), "BUSINESS LICENSE 营业执照", List.of(companyName, creditCode));
    }

    /** Draws the national emblem side of an identity card. */
    public static byte[] idEmblem(String validity) {
        return draw(new Color(0xE8F0F8), "ID CARD, EMBLEM SIDE 国徽面", List.of("Valid 有效期限", validity));
    }

    /** Draws the portrait side of an identity card. */
    public static byte[] idPortrait(String idNumber) {
        return draw(new Color(0xE8F8EC), "ID CARD, PORTRAIT SIDE 人像面", List.of("No portrait 无照片", idNumber));
    }

    /** Draws an authorization letter for filing signatures. */
    public static byte[] authorizationLetter(List<String> lines) {
        return draw(new Color(0xFDF3EE), "AUTHORIZATION LETTER 授权委托书", lines);
    }

    public static byte[] moreMaterial(String what) {
        return draw(new Color(0xF6EEF8), "MORE MATERIAL 更多资料", List.of(what));
    }

    /** Draws a picture of nearly five megabytes that cannot be compressed. */
    public static byte[] noise(Random random) {
        BufferedImage image = new BufferedImage(NOISE, NOISE, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < NOISE * NOISE; pixel++) {
            image.setRGB(pixel % NOISE, pixel / NOISE, random.nextInt());
        }
        return png(image);
    }

    private static byte[] draw(Color background, String title, List<String> lines) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(background);
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            pen.setColor(Color.DARK_GRAY);
            pen.setStroke(new BasicStroke(6));
            pen.drawRect(20, 20, WIDTH - 40, HEIGHT - 40);
            write(pen, title, 36, 60, 100);
            for (int line = 0; line < lines.size(); line++) {
                write(pen, lines.get(line), 30, 60, 200 + 70 * line);
            }
            watermark(pen);
        } finally {
            pen.dispose();
        }
        return png(image);
    }

    private static void watermark(Graphics2D pen) {
        pen.setColor(new Color(200, 0, 0, 110));
        pen.rotate(Math.toRadians(-25), WIDTH / 2.0, HEIGHT / 2.0);
        write(pen, "SPECIMEN 样本", 120, 150, HEIGHT / 2 + 60);
    }

    /** Draws text. Without a Chinese font, draws only the Latin part. */
    private static void write(Graphics2D pen, String text, int size, int x, int y) {
        Font font = new Font(Font.SANS_SERIF, Font.BOLD, size);
        pen.setFont(font);
        StringBuilder shown = new StringBuilder();
        text.codePoints().filter(font::canDisplay).forEach(shown::appendCodePoint);
        pen.drawString(shown.toString(), x, y);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A specimen could not be written", impossible);
        }
        return bytes.toByteArray();
    }
}
