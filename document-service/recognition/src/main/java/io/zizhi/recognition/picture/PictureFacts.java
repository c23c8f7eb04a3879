package io.zizhi.recognition.picture;

import java.awt.image.BufferedImage;

/**
 * Facts about a picture.
 *
 * @param isColoured false for a black-and-white picture or copy, which needs a red seal
 * @param hasRedSeal whether something red is in the lower half of the upright picture; the upper half may show an emblem
 * @param hasGlare whether a large spot is blown out although the picture is not white
 * @param perceptualHash 64 bits that stay similar when the picture is scaled or compressed again, see {@link #distance}
 * @param width width in pixels, before it is turned upright
 * @param height height in pixels, before it is turned upright
 */
public record PictureFacts(
        boolean isColoured, boolean hasRedSeal, boolean hasGlare, long perceptualHash, int width, int height) {

    /** @param quarters clockwise turns by 90° that make the picture upright */
    public static PictureFacts of(BufferedImage picture, int quarters) {
        Sample sample = Sample.of(picture, quarters);
        return new PictureFacts(
                sample.isColoured(),
                sample.hasRedSeal(),
                sample.hasGlare(),
                sample.differenceHash(),
                picture.getWidth(),
                picture.getHeight());
    }

    /** Returns in how many of 64 bits two hashes differ. Up to about 8, both pictures probably show the same. */
    public static int distance(long hash, long other) {
        return Long.bitCount(hash ^ other);
    }
}
