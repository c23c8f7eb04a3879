package io.zizhi.recognition.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRegionsTest {

    private static final int WIDTH = 320;
    private static final int LINES = 250;
    private static final int PITCH = 8;

    @Test
    void keeps_the_longest_boxes() {
        List<TextBox> boxes = new TextRegions(lines(), WIDTH, LINES * PITCH).boxes();

        assertThat(boxes).hasSize(TextRegions.MOST_BOXES);
        assertThat(boxes).allMatch(box -> box.width() > 20 + LINES - TextRegions.MOST_BOXES);
    }

    /** Draws lines of text, each one pixel longer than the one above it. */
    private static float[] lines() {
        float[] probabilities = new float[WIDTH * LINES * PITCH];
        for (int line = 0; line < LINES; line++) {
            for (int y = line * PITCH; y < line * PITCH + PITCH / 2; y++) {
                Arrays.fill(probabilities, y * WIDTH, y * WIDTH + 20 + line, 1);
            }
        }
        return probabilities;
    }
}
