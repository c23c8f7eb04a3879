package io.zizhi.qualification.precheck.rule.company;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.CreditCode;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/** Rejects kinds of owner that carriers do not register. */
@Singleton
public class SupportedEntity implements Rule {

    static final RuleCode ENTITY_NOT_SUPPORTED = new RuleCode(
            "ENTITY_NOT_SUPPORTED",
            "运营商暂不为个体工商户办理实名报备，请以企业或政府机关、事业单位为主体申请。",
            "Carriers do not register self-employed businesses: file for a company or a public institution.");

    @Override
    public List<RuleCode> codes() {
        return List.of(ENTITY_NOT_SUPPORTED);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return form.creditCode().filter(CreditCode::isValid).stream()
                .map(code -> ENTITY_NOT_SUPPORTED.check(!CreditCode.isOfSelfEmployed(code), "/company/creditCode"))
                .toList();
    }
}
