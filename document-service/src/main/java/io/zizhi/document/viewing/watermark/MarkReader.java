package io.zizhi.document.viewing.watermark;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Reads the mark back from a page or a part of it. Where the part was in the page need not be known: all 16,384 offsets
 * of the {@link Tile} are tried, and at the right one the bits are far stronger than at the others. The picture must
 * have the size at which it was shown; a scaled or photographed page has the text only.
 */
public final class MarkReader {

    /** Half the side of the square around a pixel whose mean counts as the page below the watermark. */
    private static final int AROUND = 6;

    /** Contrast of the page that halves the weight of a pixel, in grey levels. */
    private static final float CALM = 4;

    /** Offsets whose bits are decoded, the strongest first. */
    private static final int CANDIDATES = 8;

    /** The strongest offset exceeds the mean at least so much, or there is no watermark. */
    private static final double CLEAR = 1.5;

    private MarkReader() {}

    private record Candidate(int right, int down, double strength) {}

    /** Returns the mark of the page; empty if it has none, or if too little of it is left. */
    public static Optional<Mark> read(BufferedImage page) {
        float[] cells = cells(folded(page));
        PriorityQueue<Candidate> best = new PriorityQueue<>(Comparator.comparingDouble(Candidate::strength));
        double sum = 0;
        for (int down = 0; down < Tile.SIDE; down++) {
            for (int right = 0; right < Tile.SIDE; right++) {
                double strength = strength(Tile.bits(cells, right, down));
                sum += strength;
                best.add(new Candidate(right, down, strength));
                if (best.size() > CANDIDATES) {
                    best.remove();
                }
            }
        }
        double enough = CLEAR * sum / (Tile.SIDE * Tile.SIDE);
        return best.stream()
                .filter(one -> one.strength() > enough)
                .sorted(Comparator.comparingDouble(Candidate::strength).reversed())
                .map(one -> Mark.decoded(codeWord(Tile.bits(cells, one.right(), one.down()))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static double strength(double[] bits) {
        double strength = 0;
        for (double bit : bits) {
            strength += Math.abs(bit);
        }
        return strength;
    }

    private static long codeWord(double[] bits) {
        long word = 0;
        for (int bit = 0; bit < bits.length; bit++) {
            if (bits[bit] > 0) {
                word |= 1L << bit;
            }
        }
        return word;
    }

    /** Returns the sum of each cell, wherever in the square it begins. */
    private static float[] cells(float[] tile) {
        float[] rows = new float[tile.length];
        float[] cells = new float[tile.length];
        for (int at = 0; at < tile.length; at++) {
            int line = at / Tile.SIDE * Tile.SIDE;
            for (int next = 0; next < Tile.CELL; next++) {
                rows[at] += tile[line + (at + next) % Tile.SIDE];
            }
        }
        for (int at = 0; at < tile.length; at++) {
            for (int next = 0; next < Tile.CELL; next++) {
                cells[at] += rows[(at + next * Tile.SIDE) % tile.length];
            }
        }
        return cells;
    }

    /**
     * Returns the sum of all squares of the page, without the page itself. A pixel counts by its difference to its
     * surroundings, and less where these have much contrast.
     */
    private static float[] folded(BufferedImage page) {
        int width = page.getWidth();
        int height = page.getHeight();
        float[] grey = grey(page);
        float[] difference = new float[grey.length];
        float[] mean = means(grey, width, height);
        for (int at = 0; at < grey.length; at++) {
            difference[at] = grey[at] - mean[at];
        }
        float[] contrast = new float[grey.length];
        for (int at = 0; at < grey.length; at++) {
            contrast[at] = Math.abs(difference[at]);
        }
        contrast = means(contrast, width, height);
        float[] tile = new float[Tile.SIDE * Tile.SIDE];
        for (int at = 0; at < grey.length; at++) {
            float weight = 1 / (CALM * CALM + contrast[at] * contrast[at]);
            float counted = Math.clamp(difference[at], -2 * Tile.STRENGTH, 2 * Tile.STRENGTH);
            tile[at / width % Tile.SIDE * Tile.SIDE + at % width % Tile.SIDE] += weight * counted;
        }
        return tile;
    }

    private static float[] grey(BufferedImage page) {
        int width = page.getWidth();
        float[] grey = new float[width * page.getHeight()];
        for (int at = 0; at < grey.length; at++) {
            int rgb = page.getRGB(at % width, at / width);
            grey[at] = 0.299f * ((rgb >> 16) & 0xFF) + 0.587f * ((rgb >> 8) & 0xFF) + 0.114f * (rgb & 0xFF);
        }
        return grey;
    }

    /** Returns the mean of the square around each pixel. */
    private static float[] means(float[] values, int width, int height) {
        float[] rows = new float[values.length];
        for (int y = 0; y < height; y++) {
            meansOfLine(values, rows, y * width, 1, width);
        }
        float[] means = new float[values.length];
        for (int x = 0; x < width; x++) {
            meansOfLine(rows, means, x, width, height);
        }
        return means;
    }

    private static void meansOfLine(float[] values, float[] means, int first, int step, int length) {
        double sum = 0;
        int count = 0;
        for (int at = -AROUND; at < length; at++) {
            int entering = at + AROUND;
            if (entering < length) {
                sum += values[first + entering * step];
                count++;
            }
            int leaving = at - AROUND - 1;
            if (leaving >= 0) {
                sum -= values[first + leaving * step];
                count--;
            }
            if (at >= 0) {
                means[first + at * step] = (float) (sum / count);
            }
        }
    }
}
