package io.zizhi.recognition.form;

import io.zizhi.recognition.RecognizedField;
import java.util.List;

/** Reads a business licence (营业执照) of a company, a branch, a partnership or a self-employed person. */
final class BusinessLicense implements FormReader {

    private static final List<Label> LABELS = List.of(
            Label.of("creditCode", "统一社会信用代码"),
            Label.ofLong("name", "名称"),
            Label.ofLong("type", "类型"),
            Label.of("legalRepresentative", "法定代表人"),
            Label.of("legalRepresentative", "负责人"),
            Label.of("legalRepresentative", "经营者"),
            Label.of("legalRepresentative", "投资人"),
            Label.of("legalRepresentative", "执行事务合伙人"),
            Label.of("establishedOn", "成立日期"),
            Label.of("establishedOn", "注册日期"),
            Label.ofLong("validity", "营业期限"),
            Label.ofLong("validity", "合伙期限"),
            Label.ofLong("address", "住所"),
            Label.ofLong("address", "营业场所"),
            Label.ofLong("address", "经营场所"),
            Label.ofLong("address", "主要经营场所"),
            Label.ignored("注册资本"),
            Label.ignored("经营范围"),
            Label.ignored("登记机关"),
            Label.ignored("营业执照"));

    @Override
    public List<RecognizedField> read(Page page) {
        LabelledValues values = new LabelledValues(page, LABELS);
        Findings findings = new Findings(page);
        Organisation.read(page, values, findings);
        Organisation.text("type", values, findings);
        List<PlacedGlyph> established = values.glyphs("establishedOn");
        Dates.in(Row.text(established)).stream()
                .findFirst()
                .ifPresent(day -> findings.add("establishedOn", day.toString(), established));
        return findings.fields();
    }
}
