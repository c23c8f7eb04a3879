package io.zizhi.recognition.form;

/**
 * A character with its centre on the straightened page.
 *
 * @param height of its line; neighbouring Chinese characters are about 0.8 of it apart
 * @param pictureX centre in the upright picture
 * @param line number of the line that the engine read; neighbours of different lines are printed apart
 */
record PlacedGlyph(
        String character,
        double confidence,
        double x,
        double y,
        double height,
        double pictureX,
        double pictureY,
        int line) {}
