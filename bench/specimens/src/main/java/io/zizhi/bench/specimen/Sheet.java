package io.zizhi.bench.specimen;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;

/** A document while it is drawn: its picture, and the values that a reader must find. */
final class Sheet {

    private static final Color INK = new Color(0x222222);
    private static final Color MARK = new Color(150, 150, 150, 45);
    private static final Color RED = new Color(205, 30, 30, 170);

    private final BufferedImage picture;
    private final Typeface typeface;
    private final Map<String, String> fields = new LinkedHashMap<>();

    /** @param paper colour of the background */
    Sheet(int width, int height, Color paper, Typeface typeface) {
        this.picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.typeface = typeface;
        Graphics2D pen = pen();
        pen.setColor(paper);
        pen.fillRect(0, 0, width, height);
        pattern(pen, paper);
        pen.dispose();
        mark();
    }

    BufferedImage picture() {
        return picture;
    }

    Map<String, String> fields() {
        return Map.copyOf(fields);
    }

    /** Records a value that a reader must find. */
    void field(String name, String value) {
        fields.put(name, value);
    }

    /** Writes black text whose baseline starts at (x, y). Returns the x at its end. */
    int write(String text, int size, int x, int y) {
        return write(text, size, 0, x, y, INK);
    }

    /**
     * Writes text whose baseline starts at (x, y). Returns the x at its end.
     *
     * @param gap pixels between characters
     */
    int write(String text, int size, int gap, int x, int y, Color colour) {
        Graphics2D pen = pen();
        pen.setColor(colour);
        double at = x;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            pen.setFont(typeface.fontOf(character).deriveFont((float) size));
            pen.drawString(Character.toString(character), (float) at, y);
            at += width(pen, character, size) + gap;
        }
        pen.dispose();
        return (int) Math.ceil(at);
    }

    /**
     * Writes text in lines below each other.
     *
     * @param width maximum length of a line in Chinese characters; digits are narrower
     */
    void wrap(String text, int size, int width, int x, int y) {
        Graphics2D pen = pen();
        StringBuilder line = new StringBuilder();
        double length = 0;
        int baseline = y;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            double next = width(pen, text.codePointAt(i), size);
            if (length + next > width * size) {
                write(line.toString(), size, x, baseline);
                baseline += size * 3 / 2;
                line.setLength(0);
                length = 0;
            }
            line.appendCodePoint(text.codePointAt(i));
            length += next;
        }
        pen.dispose();
        write(line.toString(), size, x, baseline);
    }

    private double width(Graphics2D pen, int character, int size) {
        Font font = typeface.fontOf(character).deriveFont((float) size);
        return font.getStringBounds(Character.toString(character), pen.getFontRenderContext())
                .getWidth();
    }

    /** Draws the outline of a person instead of a portrait. */
    void portrait(int x, int y, int width, int height) {
        Graphics2D pen = pen();
        pen.setColor(new Color(0xC9D3DC));
        pen.fillRect(x, y, width, height);
        pen.setColor(new Color(0x8A8F96));
        pen.fillOval(x + width / 4, y + height / 8, width / 2, height * 2 / 5);
        pen.fillArc(x + width / 12, y + height * 9 / 16, width * 5 / 6, height * 3 / 4, 0, 180);
        pen.dispose();
    }

    /** Draws a red ring with a star, as of a seal or an emblem. */
    void seal(int centerX, int centerY, int radius) {
        Graphics2D pen = pen();
        pen.setColor(RED);
        pen.setStroke(new BasicStroke(radius / 14f));
        pen.drawOval(centerX - radius, centerY - radius, 2 * radius, 2 * radius);
        Polygon star = new Polygon();
        for (int i = 0; i < 10; i++) {
            double reach = radius * (i % 2 == 0 ? 0.38 : 0.15);
            double angle = Math.PI * i / 5 - Math.PI / 2;
            star.addPoint((int) (centerX + reach * Math.cos(angle)), (int) (centerY + reach * Math.sin(angle)));
        }
        pen.fill(star);
        pen.dispose();
        write("样本专用", radius / 5, 4, centerX - radius / 2, centerY + radius * 2 / 3, RED);
    }

    /** Draws pale waves, as of security paper. */
    private void pattern(Graphics2D pen, Color paper) {
        pen.setColor(new Color(
                Math.max(0, paper.getRed() - 16),
                Math.max(0, paper.getGreen() - 10),
                Math.max(0, paper.getBlue() - 10)));
        for (int y = -20; y < picture.getHeight() + 20; y += 14) {
            Path2D wave = new Path2D.Double();
            wave.moveTo(0, y);
            for (int x = 0; x <= picture.getWidth(); x += 8) {
                wave.lineTo(x, y + 9 * Math.sin(x / 37.0 + y / 23.0));
            }
            pen.draw(wave);
        }
    }

    /** Marks the picture as a specimen in large, pale characters. */
    private void mark() {
        Graphics2D pen = pen();
        pen.setColor(MARK);
        pen.setFont(typeface.fontOf('样').deriveFont(picture.getHeight() / 3f));
        pen.transform(AffineTransform.getRotateInstance(-0.4, picture.getWidth() / 2.0, picture.getHeight() / 2.0));
        pen.drawString("样 本", picture.getWidth() / 5f, picture.getHeight() * 0.62f);
        pen.dispose();
    }

    private Graphics2D pen() {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return pen;
    }
}
