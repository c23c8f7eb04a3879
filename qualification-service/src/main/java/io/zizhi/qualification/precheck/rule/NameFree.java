package io.zizhi.qualification.precheck.rule;

import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.precheck.Facts;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import jakarta.inject.Singleton;
import java.util.List;

/** The name is the account's only one; a form that is not saved yet learns it here before it is refused. */
@Singleton
public class NameFree implements Rule {

    static final RuleCode NAME_TAKEN = new RuleCode(
            "NAME_TAKEN",
            "本账号下已有同名或形似名称的资质，请更换资质名称。",
            "The account has another qualification of this name, or of one that looks the same: choose another.");

    @Override
    public List<RuleCode> codes() {
        return List.of(NAME_TAKEN);
    }

    @Override
    public List<Outcome> judge(Particulars form, Facts facts) {
        return List.of(NAME_TAKEN.check(!facts.account().nameTaken(), "/name"));
    }
}
