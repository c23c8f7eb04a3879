package io.zizhi.recognition.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads all text of a picture. Loads its models from the class path and keeps them in native memory until it is closed.
 * One picture at a time; a second engine needs the memory again.
 */
public final class OcrEngine implements AutoCloseable {

    private static final String FOLDER = "/models/";

    /** Lines with a lower mean confidence are dropped: they are ornaments. */
    private static final double LEAST_CONFIDENCE = 0.5;

    /** A picture that is read with a higher mean confidence is upright. */
    private static final double UPRIGHT = 0.9;

    /** Number of lines that decide whether a picture is upside down. */
    private static final int PROBES = 4;

    private final Model detection;
    private final Model recognition;
    private final Dictionary dictionary;
    private final TextDetector detector;
    private final TextReader reader;

    /** @param threads maximum number of threads that compute one picture */
    public OcrEngine(int threads) {
        dictionary = Dictionary.of(resource("ppocr_keys_v1.txt"));
        detection = new Model(resource("ch_PP-OCRv4_det_infer.onnx"), threads);
        recognition = new Model(resource("ch_PP-OCRv4_rec_infer.onnx"), threads);
        detector = new TextDetector(detection);
        reader = new TextReader(recognition, dictionary);
    }

    public Dictionary dictionary() {
        return dictionary;
    }

    /** Turns the picture upright and reads its 200 longest lines. */
    public synchronized ReadPicture read(BufferedImage picture) {
        BufferedImage upright = picture;
        int quarters = 0;
        List<TextBox> boxes = detector.detect(picture);
        if (isSideways(boxes)) {
            quarters = 1;
            upright = Pixels.turned(picture, quarters);
            boxes = detector.detect(upright);
        }
        if (isUpsideDown(upright, boxes)) {
            quarters += 2;
            int width = upright.getWidth();
            int height = upright.getHeight();
            boxes = boxes.stream().map(box -> box.upsideDown(width, height)).toList();
            upright = Pixels.turned(upright, 2);
        }
        return new ReadPicture(lines(upright, boxes), quarters, upright.getWidth(), upright.getHeight());
    }

    private List<TextLine> lines(BufferedImage picture, List<TextBox> boxes) {
        List<TextLine> lines = new ArrayList<>();
        for (TextBox box : boxes) {
            TextLine line = reader.read(picture, box);
            if (line.confidence() > LEAST_CONFIDENCE) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Returns whether more than half of the text, by length, runs up or down. */
    private static boolean isSideways(List<TextBox> boxes) {
        double sideways = 0;
        double all = 0;
        for (TextBox box : boxes) {
            all += box.width();
            sideways += Math.abs(box.angle()) > Math.PI / 4 ? box.width() : 0;
        }
        return sideways > all / 2;
    }

    /** Compares how confidently the longest lines are read in both directions. */
    private boolean isUpsideDown(BufferedImage picture, List<TextBox> boxes) {
        List<TextBox> probes = boxes.stream()
                .sorted(Comparator.comparingDouble(TextBox::width).reversed())
                .limit(PROBES)
                .toList();
        double upright = confidence(picture, probes, 0);
        return upright < UPRIGHT && confidence(picture, probes, Math.PI) > upright;
    }

    private double confidence(BufferedImage picture, List<TextBox> boxes, double turn) {
        return boxes.stream()
                .map(box -> new TextBox(box.centerX(), box.centerY(), box.width(), box.height(), box.angle() + turn))
                .mapToDouble(box -> reader.read(picture, box).confidence())
                .average()
                .orElse(0);
    }

    private static byte[] resource(String name) {
        try (InputStream in = OcrEngine.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The model " + name + " is missing on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The model " + name + " cannot be read", unreadable);
        }
    }

    @Override
    public void close() {
        detection.close();
        recognition.close();
    }
}
