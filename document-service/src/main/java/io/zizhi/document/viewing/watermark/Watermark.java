package io.zizhi.document.viewing.watermark;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A watermark that becomes part of a page. The text repeats so often that a quarter of a page of 800 pixels or more has
 * it in full. The {@link Tile} repeats below it.
 *
 * @param mark number that the person's views of the document share
 * @param lines who and which work order, or {@link #FOR_CARRIER_FILING} and which carrier filing, when, and the mark
 */
public record Watermark(Mark mark, List<String> lines) {

    /** Limits a copy to its purpose: "only for filing an SMS signature". The only Chinese text that can be drawn. */
    public static final String FOR_CARRIER_FILING = "仅供短信签名报备使用";

    /** Height of the letters in parts of the page's width. */
    private static final double PARTS = 62;

    /** Smallest legible height of letters, and the largest that still leaves room on a page of 2,000 pixels. */
    private static final double SMALLEST = 8;

    private static final double LARGEST = 30;

    private static final double SLOPE = Math.toRadians(-20);

    /** Dark letters with a light edge, both transparent: legible on white and on black, and the page below as well. */
    private static final Color LETTERS = new Color(20, 20, 60, 60);

    private static final Color EDGE = new Color(255, 255, 255, 48);

    private static final int WHITE = 255;

    private static final Lettering LETTERING = new Lettering();

    public Watermark {
        lines = List.copyOf(lines);
    }

    /** @param page of type {@link BufferedImage#TYPE_INT_RGB} */
    public void burnInto(BufferedImage page) {
        write(page);
        repeatTile(page);
    }

    private void write(BufferedImage page) {
        double narrow = Math.min(page.getWidth(), 1.5 * page.getHeight());
        double size = Math.clamp(narrow / PARTS, SMALLEST, LARGEST);
        Path2D block = LETTERING.outline(lines, size);
        Rectangle2D level = block.getBounds2D();
        block.transform(AffineTransform.getRotateInstance(SLOPE));
        double right = level.getWidth() + 4 * size;
        double down = level.getHeight() + 4 * size;
        Graphics2D pen = page.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setStroke(new BasicStroke((float) (size / 8)));
            boolean odd = false;
            for (double y = down / 3; y < page.getHeight() + down / 2; y += down) {
                for (double x = odd ? 0 : right / 2; x < page.getWidth() + right / 2; x += right) {
                    Path2D here = new Path2D.Double(block, AffineTransform.getTranslateInstance(x, y));
                    pen.setColor(EDGE);
                    pen.draw(here);
                    pen.setColor(LETTERS);
                    pen.fill(here);
                }
                odd = !odd;
            }
        } finally {
            pen.dispose();
        }
    }

    /** Narrows the range of the page a little, so that black and white leave room for both directions. */
    private void repeatTile(BufferedImage page) {
        int[] tile = Tile.pixels(mark.codeWord());
        int width = page.getWidth();
        int[] line = new int[width];
        for (int y = 0; y < page.getHeight(); y++) {
            page.getRGB(0, y, width, 1, line, 0, width);
            for (int x = 0; x < width; x++) {
                float added = Tile.STRENGTH * (1 + tile[y % Tile.SIDE * Tile.SIDE + x % Tile.SIDE]);
                line[x] = (shifted((line[x] >> 16) & WHITE, added) << 16)
                        | (shifted((line[x] >> 8) & WHITE, added) << 8)
                        | shifted(line[x] & WHITE, added);
            }
            page.setRGB(0, y, width, 1, line, 0, width);
        }
    }

    private static int shifted(int value, float added) {
        return Math.round(value * (WHITE - 2 * Tile.STRENGTH) / WHITE + added);
    }
}
