package io.zizhi.recognition.ocr;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Reads the text in a box, with a network that gives each narrow column of it a probability of each character. */
final class TextReader {

    private static final float[] MEAN = {0.5f, 0.5f, 0.5f};

    /** Height of the lines that the network reads, in pixels. */
    private static final int HEIGHT = 48;

    /** Bounds the time for one line. */
    private static final int MOST_WIDTH = 2000;

    private final Model model;
    private final Dictionary dictionary;

    TextReader(Model model, Dictionary dictionary) {
        this.model = model;
        this.dictionary = dictionary;
    }

    TextLine read(BufferedImage picture, TextBox box) {
        int width = (int) Math.clamp(Math.ceil(box.width() * HEIGHT / box.height()), HEIGHT, MOST_WIDTH);
        AffineTransform transform = new AffineTransform();
        transform.scale(width / box.width(), HEIGHT / box.height());
        transform.translate(box.width() / 2, box.height() / 2);
        transform.rotate(-box.angle());
        transform.translate(-box.centerX(), -box.centerY());
        BufferedImage line = Pixels.draw(picture, transform, width, HEIGHT);
        Model.Output output = model.run(Pixels.planes(line, MEAN, MEAN), width, HEIGHT);
        return new TextLine(box, glyphs(output.values(), (int) output.shape()[1]));
    }

    /** Takes the most probable class of each column. Equal neighbours are one character (CTC). */
    private List<Glyph> glyphs(float[] probabilities, int columns) {
        int classes = dictionary.classes();
        List<Glyph> glyphs = new ArrayList<>();
        int last = 0;
        for (int column = 0; column < columns; column++) {
            int best = 0;
            for (int i = 1; i < classes; i++) {
                if (probabilities[column * classes + i] > probabilities[column * classes + best]) {
                    best = i;
                }
            }
            if (best != 0 && best != last) {
                glyphs.add(new Glyph(
                        dictionary.character(best), probabilities[column * classes + best], (column + 0.5) / columns));
            }
            last = best;
        }
        return glyphs;
    }
}
