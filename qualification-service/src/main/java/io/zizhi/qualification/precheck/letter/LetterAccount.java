package io.zizhi.qualification.precheck.letter;

import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.inject.Singleton;
import java.util.List;

/** Requires that the account is verified before it submits letters. */
@Singleton
public class LetterAccount implements LetterRule {

    @Override
    public List<RuleCode> codes() {
        return List.of(SharedCodes.ACCOUNT_NOT_VERIFIED);
    }

    @Override
    public List<Outcome> judge(LetterForm form, LetterFacts facts) {
        return List.of(SharedCodes.ACCOUNT_NOT_VERIFIED.check(facts.identity().isPresent(), ""));
    }
}
