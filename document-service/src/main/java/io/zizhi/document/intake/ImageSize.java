package io.zizhi.document.intake;

import io.zizhi.platform.http.problem.Problems;

/**
 * The dimensions that an image claims in its header. They are judged before anybody decodes it: a file of a few
 * kilobytes can claim a picture of gigabytes.
 *
 * @param width pixels
 * @param height pixels
 */
record ImageSize(int width, int height) {

    private static final int MAX_SIDE = 12_000;
    private static final long MAX_PIXELS = 40_000_000;

    /** The size, unless no picture has it. */
    static ImageSize of(long width, long height) {
        if (width <= 0 || height <= 0) {
            throw unreadable();
        }
        if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
            throw Problems.badRequest(
                    "IMAGE_TOO_LARGE", "", "An image has at most 12000 pixels a side and 40 megapixels in all.");
        }
        return new ImageSize((int) width, (int) height);
    }

    static RuntimeException unreadable() {
        return Problems.badRequest("IMAGE_UNREADABLE", "", "The image is damaged.");
    }

    static RuntimeException truncated() {
        return Problems.badRequest("IMAGE_TRUNCATED", "", "The image ends before it is complete.");
    }
}
