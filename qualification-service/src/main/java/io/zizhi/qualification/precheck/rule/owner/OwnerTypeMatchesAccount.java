package io.zizhi.qualification.precheck.rule.owner;

import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks that the owner is a person exactly if the account is verified as a person and files for own use. */
@Singleton
public class OwnerTypeMatchesAccount implements Rule {

    static final RuleCode OWNER_TYPE_MISMATCH = new RuleCode(
            "OWNER_TYPE_MISMATCH",
            "个人主体仅限个人实名账号申请自用资质；企业实名账号请选择企业或政府机关、事业单位。",
            "Choose PERSON for own use by an account verified as a person; choose COMPANY or PUBLIC_INSTITUTION in all other cases.");

    @Override
    public List<RuleCode> codes() {
        return List.of(OWNER_TYPE_MISMATCH);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        boolean ofPerson = form.ownerType() == OwnerType.PERSON;
        return facts.identity().stream()
                .map(identity -> identity.kind() == AccountKind.PERSON && form.purpose() == Purpose.SELF)
                .map(mustBePerson -> OWNER_TYPE_MISMATCH.check(ofPerson == mustBePerson, "/ownerType"))
                .toList();
    }
}
