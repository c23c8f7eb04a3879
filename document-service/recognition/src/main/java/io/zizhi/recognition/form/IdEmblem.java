package io.zizhi.recognition.form;

import io.zizhi.recognition.RecognizedField;
import java.util.List;

/** Reads the side of a resident identity card that shows the national emblem. */
final class IdEmblem implements FormReader {

    private static final List<Label> LABELS = List.of(
            Label.ofLong("authority", "签发机关"),
            Label.of("validity", "有效期限"),
            Label.ignored("中华人民共和国"),
            Label.ignored("居民身份证"));

    @Override
    public List<RecognizedField> read(Page page) {
        LabelledValues values = new LabelledValues(page, LABELS);
        Findings findings = new Findings(page);
        List<PlacedGlyph> authority = values.glyphs("authority");
        findings.add("authority", Letters.chinese(Row.text(authority)), authority);
        findings.addValidity(Validity.glyphs(page, values.glyphs("validity")));
        return findings.fields();
    }
}
