package io.zizhi.document.intake.inspection.picture;

import io.zizhi.platform.http.problem.Problems;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Detects pictures of nearly one colour, for example of an empty sheet, or taken with a covered lens. */
final class BlankPicture {

    /** Samples are counted by their 16 strongest levels, so that noise does not hide the most frequent colour. */
    private static final int LEVEL_BITS = 4;

    private static final int SHIFT = Byte.SIZE - LEVEL_BITS;

    /** Difference from the most frequent colour in any sample. The noise of a dark photo stays below it. */
    private static final int LEAST_DIFFERENCE = 40;

    /** One of this many pixels must differ: a single line of small print covers about one in 500. */
    private static final int ONE_IN = 2_000;

    private final byte[] samples;
    private final int bands;

    private BlankPicture(BufferedImage picture) {
        this.samples = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        this.bands = picture.getRaster().getNumBands();
    }

    static void refuse(BufferedImage picture) {
        if (new BlankPicture(picture).isBlank()) {
            throw Problems.badRequest(
                    "IMAGE_BLANK",
                    "",
                    "The image shows nothing: it has nearly one colour only. Upload a picture of the document.");
        }
    }

    private boolean isBlank() {
        int[] frequent = mostFrequent();
        long differing = 0;
        for (int at = 0; at < samples.length; at += bands) {
            differing += differs(at, frequent) ? 1 : 0;
        }
        return differing * ONE_IN < samples.length / bands;
    }

    /** Returns the middle of the most frequent levels. */
    private int[] mostFrequent() {
        int[] counts = new int[1 << (LEVEL_BITS * bands)];
        for (int at = 0; at < samples.length; at += bands) {
            counts[levels(at)]++;
        }
        int most = 0;
        for (int levels = 0; levels < counts.length; levels++) {
            most = counts[levels] > counts[most] ? levels : most;
        }
        int[] colour = new int[bands];
        for (int band = bands - 1; band >= 0; band--) {
            colour[band] = ((most << SHIFT) & 0xff) + (1 << (SHIFT - 1));
            most >>= LEVEL_BITS;
        }
        return colour;
    }

    private int levels(int at) {
        int levels = 0;
        for (int band = 0; band < bands; band++) {
            levels = (levels << LEVEL_BITS) | ((samples[at + band] & 0xff) >> SHIFT);
        }
        return levels;
    }

    private boolean differs(int at, int[] colour) {
        for (int band = 0; band < bands; band++) {
            if (Math.abs((samples[at + band] & 0xff) - colour[band]) > LEAST_DIFFERENCE) {
                return true;
            }
        }
        return false;
    }
}
