package io.zizhi.qualification.precheck.rule.document;

import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.DocumentChecks;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that both sides of an id document are uploaded as different images, by their bytes. The legal representative's
 * photos are optional unless the company register does not confirm the representative.
 */
@Singleton
public class IdPhotos implements Rule {

    public static final RuleCode ID_SIDE_SWAPPED = new RuleCode(
            "ID_SIDE_SWAPPED",
            "国徽面与人像面不能是同一张图片，请分别上传。",
            "Emblem side and portrait side are the same image: upload each side separately.");

    public static final RuleCode LEGAL_ID_PHOTO_REQUIRED = new RuleCode(
            "LEGAL_ID_PHOTO_REQUIRED",
            "请上传法定代表人证件的正反面照片：企业信息核验未通过时必须上传；已上传一面的，建议补齐另一面。",
            "Upload both sides of the legal representative's id document: required if the register does not confirm the company, recommended if only one side is uploaded.");

    @Override
    public List<RuleCode> codes() {
        return List.of(ID_SIDE_SWAPPED, LEGAL_ID_PHOTO_REQUIRED);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        List<Outcome> outcomes = new ArrayList<>();
        for (IdentifiedPerson person : form.persons()) {
            String emblem = person.emblemDocumentId();
            String portrait = person.portraitDocumentId();
            if (emblem != null && portrait != null) {
                outcomes.add(ID_SIDE_SWAPPED.check(
                        !DocumentChecks.areIdentical(emblem, portrait, facts.documents()),
                        person.pointer() + "/portraitDocumentId"));
            } else if (person instanceof LegalRepresentative) {
                addMissing(outcomes, person, facts.registry().demandsPhotos());
            }
        }
        return outcomes;
    }

    private static void addMissing(List<Outcome> outcomes, IdentifiedPerson person, boolean demanded) {
        boolean none = person.emblemDocumentId() == null && person.portraitDocumentId() == null;
        if (none && !demanded) {
            return;
        }
        if (person.emblemDocumentId() == null) {
            outcomes.add(missing(person.pointer() + "/emblemDocumentId", demanded));
        }
        if (person.portraitDocumentId() == null) {
            outcomes.add(missing(person.pointer() + "/portraitDocumentId", demanded));
        }
    }

    private static Outcome missing(String pointer, boolean demanded) {
        return demanded ? LEGAL_ID_PHOTO_REQUIRED.failed(pointer) : LEGAL_ID_PHOTO_REQUIRED.warning(pointer);
    }
}
