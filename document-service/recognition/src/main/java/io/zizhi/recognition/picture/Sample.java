package io.zizhi.recognition.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** The upright picture reduced to a fixed size by averaging, so that noise and resolution do not matter. */
final class Sample {

    private static final int WIDTH = 144;
    private static final int HEIGHT = 96;

    /** Difference between the strongest and the weakest colour of a pixel. Yellowed paper stays below it. */
    private static final int COLOURED = 48;

    /** One of this many pixels must be coloured: a seal covers about one percent of a page. */
    private static final int ONE_IN = 500;

    /** Red exceeds green and blue at least by this much. */
    private static final int RED = 50;

    /** A brighter pixel is blown out. */
    private static final int BLOWN_OUT = 250;

    /** A brighter median means white paper, where blown-out pixels are normal. */
    private static final int WHITE_PAPER = 225;

    /** Share of the picture that is blown out when glare disturbs. */
    private static final double GLARE = 0.01;

    private static final int HASH_SIDE = 8;

    /** Longer side of the copy whose pixels are averaged: five pixels for each cell. */
    private static final int LONGER_SIDE = 720;

    private final int[] red = new int[WIDTH * HEIGHT];
    private final int[] green = new int[WIDTH * HEIGHT];
    private final int[] blue = new int[WIDTH * HEIGHT];

    private Sample() {}

    static Sample of(BufferedImage picture, int quarters) {
        BufferedImage reduced = reduced(picture);
        Sample sample = new Sample();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                sample.average(reduced, quarters, x, y);
            }
        }
        return sample;
    }

    /** Returns a smaller copy of a large picture: reading every pixel of a photo takes much longer. */
    private static BufferedImage reduced(BufferedImage picture) {
        double scale = LONGER_SIDE / (double) Math.max(picture.getWidth(), picture.getHeight());
        if (scale >= 1) {
            return picture;
        }
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = copy.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return copy;
    }

    /** Averages the pixels of one cell of the upright picture. */
    private void average(BufferedImage picture, int quarters, int x, int y) {
        double left = x / (double) WIDTH;
        double right = (x + 1) / (double) WIDTH;
        double top = y / (double) HEIGHT;
        double bottom = (y + 1) / (double) HEIGHT;
        double[] cell = switch (quarters) {
            case 1 -> new double[] {top, 1 - right, bottom, 1 - left};
            case 2 -> new double[] {1 - right, 1 - bottom, 1 - left, 1 - top};
            case 3 -> new double[] {1 - bottom, left, 1 - top, right};
            default -> new double[] {left, top, right, bottom};
        };
        int fromX = Math.min((int) (cell[0] * picture.getWidth()), picture.getWidth() - 1);
        int fromY = Math.min((int) (cell[1] * picture.getHeight()), picture.getHeight() - 1);
        int toX = Math.max(fromX + 1, (int) (cell[2] * picture.getWidth()));
        int toY = Math.max(fromY + 1, (int) (cell[3] * picture.getHeight()));
        long[] sums = new long[3];
        for (int pixelY = fromY; pixelY < toY; pixelY++) {
            for (int pixelX = fromX; pixelX < toX; pixelX++) {
                int rgb = picture.getRGB(pixelX, pixelY);
                sums[0] += rgb >> 16 & 0xff;
                sums[1] += rgb >> 8 & 0xff;
                sums[2] += rgb & 0xff;
            }
        }
        int pixels = (toX - fromX) * (toY - fromY);
        red[y * WIDTH + x] = (int) (sums[0] / pixels);
        green[y * WIDTH + x] = (int) (sums[1] / pixels);
        blue[y * WIDTH + x] = (int) (sums[2] / pixels);
    }

    boolean isColoured() {
        int coloured = 0;
        for (int i = 0; i < red.length; i++) {
            int strongest = Math.max(red[i], Math.max(green[i], blue[i]));
            int weakest = Math.min(red[i], Math.min(green[i], blue[i]));
            coloured += strongest - weakest >= COLOURED ? 1 : 0;
        }
        return coloured * ONE_IN > red.length;
    }

    boolean hasRedSeal() {
        int seal = 0;
        for (int i = red.length / 2; i < red.length; i++) {
            seal += red[i] - Math.max(green[i], blue[i]) >= RED ? 1 : 0;
        }
        return seal * ONE_IN > red.length;
    }

    boolean hasGlare() {
        int blownOut = 0;
        int dark = 0;
        for (int i = 0; i < red.length; i++) {
            blownOut += Math.min(red[i], Math.min(green[i], blue[i])) >= BLOWN_OUT ? 1 : 0;
            dark += brightness(i) < WHITE_PAPER ? 1 : 0;
        }
        return dark > red.length / 2 && blownOut > red.length * GLARE;
    }

    /** Compares the brightness of neighbours on a grid of 9 by 8 (dHash). */
    long differenceHash() {
        long hash = 0;
        for (int y = 0; y < HASH_SIDE; y++) {
            for (int x = 0; x < HASH_SIDE; x++) {
                hash = hash << 1 | (block(x, y) < block(x + 1, y) ? 1 : 0);
            }
        }
        return hash;
    }

    /** Returns the summed brightness of a cell of the grid. */
    private long block(int column, int row) {
        int width = WIDTH / (HASH_SIDE + 1);
        int height = HEIGHT / HASH_SIDE;
        long sum = 0;
        for (int y = row * height; y < (row + 1) * height; y++) {
            for (int x = column * width; x < (column + 1) * width; x++) {
                sum += brightness(y * WIDTH + x);
            }
        }
        return sum;
    }

    private int brightness(int pixel) {
        return (red[pixel] * 299 + green[pixel] * 587 + blue[pixel] * 114) / 1000;
    }
}
