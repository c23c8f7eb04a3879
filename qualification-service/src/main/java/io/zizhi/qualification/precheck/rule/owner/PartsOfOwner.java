package io.zizhi.qualification.precheck.rule.owner;

import io.zizhi.contracts.OwnerType;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Checks that a person (个人) filing for own use fills in only the administrator, and no company or legal representative.
 */
@Singleton
public class PartsOfOwner implements Rule {

    static final RuleCode PART_NOT_APPLICABLE = new RuleCode(
            "PART_NOT_APPLICABLE",
            "个人主体只需填写本人（管理员）信息，请清空企业和法定代表人信息。",
            "An application for a person contains only the administrator: remove company and legal representative.");

    @Override
    public List<RuleCode> codes() {
        return List.of(PART_NOT_APPLICABLE);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return form.ownerType() != OwnerType.PERSON
                ? List.of()
                : List.of(
                        PART_NOT_APPLICABLE.check(form.company() == null, "/company"),
                        PART_NOT_APPLICABLE.check(form.legalRepresentative() == null, "/legalRepresentative"));
    }
}
