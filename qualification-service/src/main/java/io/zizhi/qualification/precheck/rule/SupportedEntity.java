package io.zizhi.qualification.precheck.rule;

import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.precheck.Facts;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.standard.CreditCode;
import jakarta.inject.Singleton;
import java.util.List;

/** Some kinds of owner are not registered by the carriers at all. */
@Singleton
public class SupportedEntity implements Rule {

    static final RuleCode ENTITY_NOT_SUPPORTED = new RuleCode(
            "ENTITY_NOT_SUPPORTED",
            "暂不支持个体工商户；请使用企业或事业单位主体，境外主体请申请国际短信签名。",
            "The self-employed are not supported: file for a company or institution; owners abroad use an international signature.");

    @Override
    public List<RuleCode> codes() {
        return List.of(ENTITY_NOT_SUPPORTED);
    }

    @Override
    public List<Outcome> judge(Particulars form, Facts facts) {
        return form.creditCode().filter(CreditCode::isValid).stream()
                .map(code -> ENTITY_NOT_SUPPORTED.check(!CreditCode.isOfSelfEmployed(code), "/company/creditCode"))
                .toList();
    }
}
