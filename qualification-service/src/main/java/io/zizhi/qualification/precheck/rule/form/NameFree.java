package io.zizhi.qualification.precheck.rule.form;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks that the name is unique in the account. It also covers forms that are not saved yet. */
@Singleton
public class NameFree implements Rule {

    static final RuleCode NAME_TAKEN = new RuleCode(
            "NAME_TAKEN",
            "本账号下已有名称相同或字形相近的资质，请修改资质名称。",
            "The account already has a qualification with this or a similar-looking name: choose another name.");

    @Override
    public List<RuleCode> codes() {
        return List.of(NAME_TAKEN);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return List.of(NAME_TAKEN.check(!facts.account().nameTaken(), "/name"));
    }
}
