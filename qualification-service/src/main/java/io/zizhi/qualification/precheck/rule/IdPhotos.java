package io.zizhi.qualification.precheck.rule;

import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.LegalPerson;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.precheck.Facts;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** An id document has two sides, and a picture shows one of them. */
@Singleton
public class IdPhotos implements Rule {

    static final RuleCode ID_SIDE_SWAPPED = new RuleCode(
            "ID_SIDE_SWAPPED",
            "国徽面与人像面不能是同一张图片，请分别上传。",
            "Emblem side and portrait side cannot be the same picture: upload both.");

    static final RuleCode LEGAL_ID_PHOTO_REQUIRED = new RuleCode(
            "LEGAL_ID_PHOTO_REQUIRED",
            "法定代表人证件照片只上传了一面，建议补齐另一面。",
            "Only one side of the legal representative's id document was uploaded: better add the other.");

    @Override
    public List<RuleCode> codes() {
        return List.of(ID_SIDE_SWAPPED, LEGAL_ID_PHOTO_REQUIRED);
    }

    @Override
    public List<Outcome> judge(Particulars form, Facts facts) {
        List<Outcome> outcomes = new ArrayList<>();
        for (IdentifiedPerson person : form.persons()) {
            String emblem = person.emblemDocumentId();
            String portrait = person.portraitDocumentId();
            if (emblem != null && portrait != null) {
                outcomes.add(ID_SIDE_SWAPPED.check(!emblem.equals(portrait), person.pointer() + "/portraitDocumentId"));
            } else if (person instanceof LegalPerson && (emblem != null || portrait != null)) {
                String missing = emblem == null ? "/emblemDocumentId" : "/portraitDocumentId";
                outcomes.add(LEGAL_ID_PHOTO_REQUIRED.warning(person.pointer() + missing));
            }
        }
        return outcomes;
    }
}
