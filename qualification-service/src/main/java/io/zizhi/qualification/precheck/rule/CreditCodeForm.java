package io.zizhi.qualification.precheck.rule;

import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.precheck.Facts;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.standard.CreditCode;
import jakarta.inject.Singleton;
import java.util.List;

/** The credit code keeps to GB 32100-2015, check character included. */
@Singleton
public class CreditCodeForm implements Rule {

    public static final RuleCode USCC_INVALID = new RuleCode(
            "USCC_INVALID",
            "统一社会信用代码须为 18 位且校验位正确，请对照证件重新填写。",
            "The unified social credit code has 18 characters, the last of which checks the others: compare it with the certificate.");

    @Override
    public List<RuleCode> codes() {
        return List.of(USCC_INVALID);
    }

    @Override
    public List<Outcome> judge(Particulars form, Facts facts) {
        return form.creditCode().filter(code -> !code.isBlank()).stream()
                .map(code -> USCC_INVALID.check(CreditCode.isValid(code), "/company/creditCode"))
                .toList();
    }
}
