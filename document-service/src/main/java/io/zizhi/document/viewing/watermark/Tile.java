package io.zizhi.document.viewing.watermark;

import java.util.Random;

/**
 * The square that a watermark repeats over the whole page. It consists of {@link #CELL} pixels wide cells. Each bit of a
 * code word has sixteen cells, scattered over the square; in half of them the bit makes the page lighter, in half
 * darker. A cell is half as wide as a block of JPEG, so its difference to its neighbours survives strong compression.
 */
final class Tile {

    /** Side of the square in pixels. */
    static final int SIDE = 128;

    /** Side of a cell in pixels. */
    static final int CELL = 4;

    /** Grey levels by which a cell makes the page lighter or darker. */
    static final float STRENGTH = 4;

    /** Cells along a side. */
    static final int CELLS = SIDE / CELL;

    private static final int BITS = Long.SIZE;

    /** Part of the format: with other values, no earlier watermark could be read. */
    private static final long SEED = 0x5A69_7A68_69L;

    /** The bit of each cell, row by row. */
    private static final int[] BIT_OF = new int[CELLS * CELLS];

    /** 1 where a set bit makes the cell lighter, else -1. */
    private static final int[] SIGN_OF = new int[CELLS * CELLS];

    static {
        for (int cell = 0; cell < BIT_OF.length; cell++) {
            BIT_OF[cell] = cell % BITS;
            SIGN_OF[cell] = cell / BITS % 2 == 0 ? 1 : -1;
        }
        // java.util.Random and this shuffle give the same order on every Java.
        Random order = new Random(SEED);
        for (int last = BIT_OF.length - 1; last > 0; last--) {
            int other = order.nextInt(last + 1);
            swap(BIT_OF, last, other);
            swap(SIGN_OF, last, other);
        }
    }

    private Tile() {}

    private static void swap(int[] values, int one, int other) {
        int kept = values[one];
        values[one] = values[other];
        values[other] = kept;
    }

    /** Returns 1 for each lighter and -1 for each darker pixel of the square, row by row. */
    static int[] pixels(long codeWord) {
        int[] pixels = new int[SIDE * SIDE];
        for (int at = 0; at < pixels.length; at++) {
            int cell = at / SIDE / CELL * CELLS + at % SIDE / CELL;
            pixels[at] = ((codeWord >>> BIT_OF[cell]) & 1) == 1 ? SIGN_OF[cell] : -SIGN_OF[cell];
        }
        return pixels;
    }

    /**
     * Returns how strongly each bit is set: positive for 1, negative for 0.
     *
     * @param cells brightness of the cell that begins at each pixel of the square, row by row
     * @param right pixels by which the square begins further right
     * @param down pixels by which the square begins further down
     */
    static double[] bits(float[] cells, int right, int down) {
        double[] bits = new double[BITS];
        for (int row = 0; row < CELLS; row++) {
            int line = (row * CELL + down) % SIDE * SIDE;
            for (int column = 0; column < CELLS; column++) {
                int cell = row * CELLS + column;
                bits[BIT_OF[cell]] += SIGN_OF[cell] * cells[line + (column * CELL + right) % SIDE];
            }
        }
        return bits;
    }
}
