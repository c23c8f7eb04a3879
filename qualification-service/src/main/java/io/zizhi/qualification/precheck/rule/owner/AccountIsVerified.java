package io.zizhi.qualification.precheck.rule.owner;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Requires a verified account: for own use (自用) it identifies the owner, for third parties (他用) the authorised party.
 */
@Singleton
public class AccountIsVerified implements Rule {

    @Override
    public List<RuleCode> codes() {
        return List.of(SharedCodes.ACCOUNT_NOT_VERIFIED);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return List.of(SharedCodes.ACCOUNT_NOT_VERIFIED.check(facts.identity().isPresent(), "/purpose"));
    }
}
