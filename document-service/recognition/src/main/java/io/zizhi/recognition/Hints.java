package io.zizhi.recognition;

import io.zizhi.recognition.ocr.Glyph;
import io.zizhi.recognition.ocr.ReadPicture;
import io.zizhi.recognition.ocr.TextBox;
import io.zizhi.recognition.ocr.TextLine;
import io.zizhi.recognition.picture.PictureFacts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Decides which hints a picture deserves. */
final class Hints {

    /** Characters that are read with a lower mean confidence are hardly legible. */
    private static final double LEAST_CONFIDENCE = 0.6;

    private static final List<String> PORTRAIT_SIDE = List.of("公民身份", "住址", "姓名");
    private static final List<String> EMBLEM_SIDE = List.of("居民身份证", "签发机关", "有效期限");

    private Hints() {}

    static Set<Hint> of(DocumentForm form, ReadPicture text, List<RecognizedField> fields, PictureFacts facts) {
        Set<Hint> hints = EnumSet.noneOf(Hint.class);
        String words = text.words();
        if ((form == DocumentForm.ID_PORTRAIT && isSide(words, EMBLEM_SIDE, PORTRAIT_SIDE))
                || (form == DocumentForm.ID_EMBLEM && isSide(words, PORTRAIT_SIDE, EMBLEM_SIDE))) {
            hints.add(Hint.OTHER_SIDE);
        }
        if (fields.isEmpty() || text.confidence() < LEAST_CONFIDENCE) {
            hints.add(Hint.UNREADABLE);
        }
        if (text.lines().stream().anyMatch(line -> isAtEdge(line, text))) {
            hints.add(Hint.CROPPED);
        }
        if (facts.hasGlare()) {
            hints.add(Hint.GLARE);
        }
        return hints;
    }

    private static boolean isSide(String words, List<String> labels, List<String> otherLabels) {
        return labels.stream().anyMatch(words::contains) && otherLabels.stream().noneMatch(words::contains);
    }

    /** Returns whether the edge of the picture cuts the first or the last character of the line. */
    private static boolean isAtEdge(TextLine line, ReadPicture picture) {
        return line.glyphs().stream()
                .filter(glyph -> !glyph.character().isBlank())
                .anyMatch(glyph -> isAtEdge(line.box(), glyph, picture));
    }

    private static boolean isAtEdge(TextBox box, Glyph glyph, ReadPicture picture) {
        double along = (glyph.at() - 0.5) * box.width();
        double x = box.centerX() + along * Math.cos(box.angle());
        double y = box.centerY() + along * Math.sin(box.angle());
        // Half of a character is about a third of the height of its box.
        double reach = box.height() / 3;
        return x < reach || y < reach || x > picture.width() - reach || y > picture.height() - reach;
    }
}
