package io.zizhi.recognition.form;

import io.zizhi.recognition.RecognizedField;
import java.util.List;

/** Reads the certificate of a public institution (事业单位法人证书). */
final class InstitutionCertificate implements FormReader {

    private static final List<Label> LABELS = List.of(
            Label.of("creditCode", "统一社会信用代码"),
            Label.ofLong("name", "名称"),
            Label.of("legalRepresentative", "法定代表人"),
            Label.ofLong("address", "住所"),
            Label.ofLong("validity", "有效期"),
            Label.ignored("宗旨和业务范围"),
            Label.ignored("经费来源"),
            Label.ignored("开办资金"),
            Label.ignored("举办单位"),
            Label.ignored("登记管理机关"),
            Label.ignored("事业单位法人证书"));

    @Override
    public List<RecognizedField> read(Page page) {
        LabelledValues values = new LabelledValues(page, LABELS);
        Findings findings = new Findings(page);
        Organisation.read(page, values, findings);
        return findings.fields();
    }
}
