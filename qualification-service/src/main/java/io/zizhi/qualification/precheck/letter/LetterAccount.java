package io.zizhi.qualification.precheck.letter;

import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.precheck.LetterFacts;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.SharedCodes;
import jakarta.inject.Singleton;
import java.util.List;

/** An account hands letters in once somebody has verified who it is. */
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
