package io.zizhi.qualification.precheck.letter;

import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.CreditCodeCheck;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Checks the authoriser's credit code against GB 32100-2015, including the check character. */
@Singleton
public class LetterCreditCode implements LetterRule {

    @Override
    public List<RuleCode> codes() {
        return List.of(SharedCodes.USCC_INVALID, SharedCodes.USCC_ORGANISATION_CODE_UNUSUAL);
    }

    @Override
    public List<Outcome> judge(LetterForm form, LetterFacts facts) {
        return Optional.ofNullable(form.creditCode())
                .filter(code -> !code.isBlank())
                .map(code -> CreditCodeCheck.of(code, "/creditCode"))
                .stream()
                .toList();
    }
}
