package io.zizhi.recognition.form;

import java.util.List;
import java.util.Optional;

/** Reads what all certificates of organisations have. */
final class Organisation {

    private Organisation() {}

    static void read(Page page, LabelledValues values, Findings findings) {
        List<PlacedGlyph> codeGlyphs = Numbers.glyphs(page, values.glyphs("creditCode"), CreditNumber::in);
        Optional<CreditNumber> code = CreditNumber.in(Row.text(codeGlyphs));
        code.ifPresent(found -> findings.add("creditCode", found.code(), codeGlyphs, found.isValid()));
        text("name", values, findings);
        List<PlacedGlyph> representative = values.glyphs("legalRepresentative");
        findings.add("legalRepresentative", Letters.chinese(Row.text(representative)), representative);
        text("address", values, findings);
        findings.addValidity(values.glyphs("validity"));
    }

    static void text(String field, LabelledValues values, Findings findings) {
        List<PlacedGlyph> glyphs = values.glyphs(field);
        findings.add(field, Letters.text(Row.text(glyphs)), glyphs);
    }
}
