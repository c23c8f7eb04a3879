package io.zizhi.document.viewing.pages;

/**
 * The size of a rendered page in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record PageSize(int width, int height) {

    public static final int SMALLEST_WIDTH = 64;
    public static final int LARGEST_WIDTH = 2000;
    public static final int USUAL_WIDTH = 1200;

    /**
     * Longest side of a picture on which an identity document cannot be read; the desk does not regard it as opened. A
     * page of at most this width is no higher either.
     */
    public static final int LONGEST_THUMBNAIL = 240;

    /** Most pixels of a page: 1,680 by 2,380, an A4 page on which the smallest print is legible. */
    private static final int MOST_PIXELS = 4_000_000;

    /** How many times as high as wide a page may be before it becomes narrower. */
    private static final int TALLEST = 4;

    private static final int CHANNELS = 4;

    /** Returns the most pixels of a page of that width. */
    private static int mostPixels(int width) {
        return (int) Math.min(MOST_PIXELS, (long) width * width * TALLEST);
    }

    /** Returns the most bytes of the PNG of a page of that width. A page that is larger becomes narrower. */
    public static int mostBytes(int width) {
        return Math.min(RenderPages.LARGEST_PNG, CHANNELS * mostPixels(width));
    }

    /**
     * Returns the size at which a page is shown: as wide as asked, but never so large that it exceeds the most pixels, or
     * the longest side of a thumbnail.
     *
     * @param originalWidth in any unit
     * @param originalHeight in the same unit
     */
    static PageSize of(double originalWidth, double originalHeight, int width) {
        double ratio = originalHeight / originalWidth;
        double fitting = Math.min(width, Math.sqrt(mostPixels(width) / ratio));
        if (width <= LONGEST_THUMBNAIL) {
            fitting = Math.min(fitting, LONGEST_THUMBNAIL / ratio);
        }
        int shown = Math.max(1, (int) fitting);
        int highest = width <= LONGEST_THUMBNAIL ? LONGEST_THUMBNAIL : mostPixels(width) / shown;
        return new PageSize(shown, Math.clamp(Math.round(shown * ratio), 1, highest));
    }

    PageSize smaller() {
        return new PageSize(Math.max(1, width * 4 / 5), Math.max(1, height * 4 / 5));
    }
}
