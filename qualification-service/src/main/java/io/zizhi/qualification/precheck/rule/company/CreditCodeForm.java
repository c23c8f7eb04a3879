package io.zizhi.qualification.precheck.rule.company;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.CreditCodeCheck;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks the credit code against GB 32100-2015, including the check character. */
@Singleton
public class CreditCodeForm implements Rule {

    @Override
    public List<RuleCode> codes() {
        return List.of(SharedCodes.USCC_INVALID, SharedCodes.USCC_ORGANISATION_CODE_UNUSUAL);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return form.creditCode().filter(code -> !code.isBlank()).stream()
                .map(code -> CreditCodeCheck.of(code, "/company/creditCode"))
                .toList();
    }
}
