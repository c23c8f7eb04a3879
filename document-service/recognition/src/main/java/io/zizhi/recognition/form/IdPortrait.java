package io.zizhi.recognition.form;

import io.zizhi.recognition.RecognizedField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the side of a resident identity card that shows the portrait. The number confirms sex and date of birth. */
final class IdPortrait implements FormReader {

    private static final List<Label> LABELS = List.of(
            Label.of("name", "姓名"),
            Label.of("sex", "性别"),
            Label.of("ethnicity", "民族"),
            Label.of("birthDate", "出生"),
            Label.ofLong("address", "住址"),
            Label.of("idNumber", "公民身份号码"));

    @Override
    public List<RecognizedField> read(Page page) {
        LabelledValues values = new LabelledValues(page, LABELS);
        Findings findings = new Findings(page);
        List<PlacedGlyph> numberGlyphs = Numbers.glyphs(page, values.glyphs("idNumber"), ResidentNumber::in);
        Optional<ResidentNumber> number = ResidentNumber.in(Row.text(numberGlyphs));

        findings.add("name", Letters.chinese(Row.text(values.glyphs("name"))), values.glyphs("name"));
        sex(findings, values.glyphs("sex"), number, numberGlyphs);
        findings.add("ethnicity", Ethnicity.in(Row.text(values.glyphs("ethnicity"))), values.glyphs("ethnicity"));
        birthDate(findings, values.glyphs("birthDate"), number, numberGlyphs);
        findings.add("address", Letters.text(Row.text(values.glyphs("address"))), values.glyphs("address"));
        number.ifPresent(found -> findings.add("idNumber", found.number(), numberGlyphs, found.isValid()));
        return findings.fields();
    }

    /** Prefers a valid number to the printed character, which has no check. */
    private static void sex(
            Findings findings,
            List<PlacedGlyph> printed,
            Optional<ResidentNumber> number,
            List<PlacedGlyph> numberGlyphs) {
        String text = Row.text(printed);
        String read = text.contains("女") ? "女" : text.contains("男") ? "男" : "";
        Optional<String> known = number.filter(ResidentNumber::isValid).map(ResidentNumber::sex);
        findings.add(
                "sex",
                known.orElse(read),
                printed.isEmpty() ? numberGlyphs : printed,
                known.map(read::equals).orElse(null));
    }

    private static void birthDate(
            Findings findings,
            List<PlacedGlyph> printed,
            Optional<ResidentNumber> number,
            List<PlacedGlyph> numberGlyphs) {
        Optional<LocalDate> read = Dates.in(Row.text(printed)).stream().findFirst();
        Optional<LocalDate> known = number.filter(ResidentNumber::isValid).flatMap(ResidentNumber::birthDate);
        known.or(() -> read)
                .ifPresent(day -> findings.add(
                        "birthDate",
                        day.toString(),
                        printed.isEmpty() ? numberGlyphs : printed,
                        known.map(birthday -> read.filter(birthday::equals).isPresent())
                                .orElse(null)));
    }
}
