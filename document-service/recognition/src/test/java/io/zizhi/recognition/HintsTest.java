package io.zizhi.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.recognition.ocr.Glyph;
import io.zizhi.recognition.ocr.ReadPicture;
import io.zizhi.recognition.ocr.TextBox;
import io.zizhi.recognition.ocr.TextLine;
import io.zizhi.recognition.picture.PictureFacts;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HintsTest {

    private static final RecognizedField FIELD =
            new RecognizedField("authority", "杭州市公安局", 0.9, null, new PictureBox(0, 0, 1, 1));

    @Test
    void gives_no_hint_on_a_good_picture() {
        assertThat(hints(DocumentForm.ID_EMBLEM, line("签发机关杭州市公安局", 200, 0.95))).isEmpty();
    }

    @Test
    void recognises_swapped_sides() {
        assertThat(hints(DocumentForm.ID_PORTRAIT, line("签发机关杭州市公安局", 200, 0.95)))
                .containsExactly(Hint.OTHER_SIDE);
        assertThat(hints(DocumentForm.ID_EMBLEM, line("公民身份号码", 200, 0.95))).containsExactly(Hint.OTHER_SIDE);
    }

    @Test
    void reports_text_at_the_edge_of_the_picture() {
        assertThat(hints(DocumentForm.ID_EMBLEM, line("签发机关杭州市公安局", -10, 0.95))).containsExactly(Hint.CROPPED);
    }

    @Test
    void reports_text_that_is_hardly_legible() {
        assertThat(hints(DocumentForm.ID_EMBLEM, line("签发机关杭州市公安局", 200, 0.55))).containsExactly(Hint.UNREADABLE);
    }

    private static Set<Hint> hints(DocumentForm form, TextLine line) {
        return Hints.of(
                form,
                new ReadPicture(List.of(line), 0, 1000, 640),
                List.of(FIELD),
                new PictureFacts(true, true, false, 0, 1000, 640));
    }

    private static TextLine line(String text, double left, double confidence) {
        double width = text.length() * 30;
        return new TextLine(
                new TextBox(left + width / 2, 300, width, 36, 0),
                IntStream.range(0, text.length())
                        .mapToObj(index ->
                                new Glyph(text.substring(index, index + 1), confidence, (index + 0.5) / text.length()))
                        .toList());
    }
}
