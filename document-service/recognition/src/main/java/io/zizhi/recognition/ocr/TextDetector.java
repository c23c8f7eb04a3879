package io.zizhi.recognition.ocr;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds the lines of text in a picture, with a network that gives each pixel a probability of being text. */
final class TextDetector {

    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    /** Longer side of the picture that the network sees, in pixels. */
    private static final int LONGER_SIDE = 960;

    /** The network halves the picture five times. */
    private static final int MULTIPLE = 32;

    private final Model model;

    TextDetector(Model model) {
        this.model = model;
    }

    List<TextBox> detect(BufferedImage picture) {
        double scale = Math.min(1.0, LONGER_SIDE / (double) Math.max(picture.getWidth(), picture.getHeight()));
        int width = multiple(picture.getWidth() * scale);
        int height = multiple(picture.getHeight() * scale);
        double toWidth = width / (double) picture.getWidth();
        double toHeight = height / (double) picture.getHeight();
        BufferedImage seen = Pixels.draw(picture, AffineTransform.getScaleInstance(toWidth, toHeight), width, height);
        float[] probabilities =
                model.run(Pixels.planes(seen, MEAN, DEVIATION), width, height).values();
        return new TextRegions(probabilities, width, height)
                .boxes().stream()
                        .map(box -> box.scaled(1 / toWidth, 1 / toHeight))
                        .toList();
    }

    private static int multiple(double length) {
        return Math.max(MULTIPLE, (int) Math.round(length / MULTIPLE) * MULTIPLE);
    }
}
