package io.zizhi.document.intake.inspection.picture;

import java.awt.image.BufferedImage;

/**
 * Distinguishes colour pictures from black-and-white pictures. A copy or a black-and-white picture of a certificate
 * needs a red company seal, and the seal makes the picture coloured.
 */
final class ColourHint {

    /** Number of columns and rows to examine, approximately. */
    private static final int SAMPLES = 256;

    /**
     * Difference between the strongest and the weakest colour of a pixel. Yellowed paper and weak tints stay below it.
     */
    private static final int LEAST_DIFFERENCE = 48;

    /** One of this many pixels must be coloured: a seal covers about one percent of a page. */
    private static final int ONE_IN = 500;

    private ColourHint() {}

    static boolean hasColours(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return false;
        }
        int stepX = Math.ceilDiv(picture.getWidth(), SAMPLES);
        int stepY = Math.ceilDiv(picture.getHeight(), SAMPLES);
        int examined = 0;
        int coloured = 0;
        for (int y = 0; y < picture.getHeight(); y += stepY) {
            for (int x = 0; x < picture.getWidth(); x += stepX) {
                examined++;
                coloured += isColoured(picture.getRGB(x, y)) ? 1 : 0;
            }
        }
        return (long) coloured * ONE_IN > examined;
    }

    private static boolean isColoured(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) >= LEAST_DIFFERENCE;
    }
}
