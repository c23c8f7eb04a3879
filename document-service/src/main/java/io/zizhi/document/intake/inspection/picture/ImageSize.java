package io.zizhi.document.intake.inspection.picture;

import io.zizhi.document.storage.DocumentKind;
import io.zizhi.platform.http.problem.Problems;

/**
 * Dimensions claimed by the header of an image. They are checked before the image is decoded: a file of a few kilobytes
 * can claim a picture of gigabytes.
 *
 * @param width pixels
 * @param height pixels
 */
public record ImageSize(int width, int height) {

    public static final int MAX_SIDE = 12_000;
    public static final long MAX_PIXELS = 40_000_000;

    /** Returns the size; rejects an impossible or too large one. */
    static ImageSize of(long width, long height) {
        if (width <= 0 || height <= 0) {
            throw unreadable();
        }
        if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
            throw Problems.badRequest(
                    "IMAGE_TOO_LARGE", "", "An image may have at most 12000 pixels per side and 40 megapixels.");
        }
        return new ImageSize((int) width, (int) height);
    }

    /** Rejects an image on which nobody can read a document of this kind, for example an image of a single pixel. */
    void requireLegible(DocumentKind kind) {
        int longer = Math.max(width, height);
        int shorter = Math.min(width, height);
        if (longer < kind.leastLongerSide() || shorter < kind.leastShorterSide()) {
            throw Problems.badRequest(
                    "IMAGE_TOO_SMALL",
                    "",
                    "An image of this kind must have at least " + kind.leastLongerSide() + " x "
                            + kind.leastShorterSide() + " pixels; this one has " + width + " x " + height + ".");
        }
    }

    static RuntimeException unreadable() {
        return Problems.badRequest("IMAGE_UNREADABLE", "", "The image is damaged. Upload an intact file.");
    }

    static RuntimeException truncated() {
        return Problems.badRequest("IMAGE_TRUNCATED", "", "The image is incomplete. Upload the whole file.");
    }
}
