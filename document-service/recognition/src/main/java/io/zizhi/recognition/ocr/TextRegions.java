package io.zizhi.recognition.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a box around each connected region of probable text. */
final class TextRegions {

    /** A pixel with a higher probability is text. */
    private static final float TEXT = 0.3f;

    /** A region with a lower mean probability is no text. */
    private static final double LEAST_MEAN = 0.5;

    /** A region with fewer pixels is no text. */
    private static final int LEAST_PIXELS = 12;

    /** A region with a shorter side is no text. */
    private static final int LEAST_SIDE = 3;

    /** The network shrinks lines. They grow by this factor of area / circumference on each side. */
    private static final double GROWTH = 1.6;

    /** A document has fewer lines. Each box costs a run of the reading network, which a hostile picture could abuse. */
    static final int MOST_BOXES = 200;

    private final float[] probabilities;
    private final int width;
    private final int height;
    private final boolean[] isVisited;
    private final int[] stack;

    TextRegions(float[] probabilities, int width, int height) {
        this.probabilities = probabilities;
        this.width = width;
        this.height = height;
        this.isVisited = new boolean[width * height];
        this.stack = new int[width * height];
    }

    /** Returns the longest boxes, at most {@link #MOST_BOXES}. */
    List<TextBox> boxes() {
        List<TextBox> boxes = new ArrayList<>();
        for (int pixel = 0; pixel < probabilities.length; pixel++) {
            if (!isVisited[pixel] && probabilities[pixel] >= TEXT) {
                TextBox box = box(pixel);
                if (box != null) {
                    boxes.add(box);
                }
            }
        }
        if (boxes.size() <= MOST_BOXES) {
            return boxes;
        }
        return boxes.stream()
                .sorted(Comparator.comparingDouble(TextBox::width).reversed())
                .limit(MOST_BOXES)
                .toList();
    }

    /** Returns the box of the region with pixel {@code first}; null if it is too small or too improbable. */
    private @Nullable TextBox box(int first) {
        List<int[]> points = new ArrayList<>();
        double sum = 0;
        int top = 0;
        stack[top++] = first;
        isVisited[first] = true;
        while (top > 0) {
            int pixel = stack[--top];
            points.add(new int[] {pixel % width, pixel / width});
            sum += probabilities[pixel];
            top = pushNeighbours(pixel, top);
        }
        if (points.size() < LEAST_PIXELS || sum / points.size() < LEAST_MEAN) {
            return null;
        }
        TextBox box = SmallestBox.around(points);
        if (Math.min(box.width(), box.height()) < LEAST_SIDE) {
            return null;
        }
        double growth = box.width() * box.height() * GROWTH / (box.width() + box.height());
        return new TextBox(box.centerX(), box.centerY(), box.width() + growth, box.height() + growth, box.angle());
    }

    private int pushNeighbours(int pixel, int top) {
        int end = top;
        for (int y = Math.max(0, pixel / width - 1); y <= Math.min(height - 1, pixel / width + 1); y++) {
            for (int x = Math.max(0, pixel % width - 1); x <= Math.min(width - 1, pixel % width + 1); x++) {
                int neighbour = y * width + x;
                if (!isVisited[neighbour] && probabilities[neighbour] >= TEXT) {
                    isVisited[neighbour] = true;
                    stack[end++] = neighbour;
                }
            }
        }
        return end;
    }
}
