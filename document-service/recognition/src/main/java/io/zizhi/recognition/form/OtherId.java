package io.zizhi.recognition.form;

import io.zizhi.recognition.RecognizedField;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads any other identity document with Chinese labels, such as a travel permit, as well as it can. */
final class OtherId implements FormReader {

    /** One or two letters and seven to nine digits, as passports and permits have, or eighteen as residence permits. */
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{1,2}\\d{7,9}|\\d{17}[\\dX]");

    private static final List<Label> LABELS = List.of(
            Label.of("name", "姓名"),
            Label.of("number", "证件号码"),
            Label.of("number", "公民身份号码"),
            Label.of("number", "护照号码"),
            Label.of("validity", "有效期限"),
            Label.of("validity", "有效期至"),
            Label.ignored("出生日期"),
            Label.ignored("签发机关"),
            Label.ignored("签发地点"),
            Label.ignored("性别"),
            Label.ignored("国籍"));

    @Override
    public List<RecognizedField> read(Page page) {
        LabelledValues values = new LabelledValues(page, LABELS);
        Findings findings = new Findings(page);
        List<PlacedGlyph> name = values.glyphs("name");
        findings.add("name", Letters.chinese(Row.text(name)), name);
        List<PlacedGlyph> number = Numbers.glyphs(page, values.glyphs("number"), OtherId::number);
        number(Row.text(number)).ifPresent(found -> findings.add("number", found, number));
        findings.addValidity(Validity.glyphs(page, values.glyphs("validity")));
        return findings.fields();
    }

    private static Optional<String> number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
