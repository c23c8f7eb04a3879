package io.zizhi.qualification.precheck.rule.owner;

import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.Region;
import io.zizhi.qualification.form.standard.CreditCode;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Checks that the owner is from mainland China. All other owners use international signatures, which need no
 * qualification.
 */
@Singleton
public class OwnerFromMainland implements Rule {

    static final RuleCode OWNER_NOT_MAINLAND = new RuleCode(
            "OWNER_NOT_MAINLAND",
            "中国香港、中国澳门、中国台湾及境外主体无需申请资质，请直接申请国际/港澳台短信签名。",
            "Owners from Hong Kong, Macau, Taiwan or abroad need no qualification: apply for an international signature instead.");

    @Override
    public List<RuleCode> codes() {
        return List.of(OWNER_NOT_MAINLAND);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        Company company = form.company();
        if (company == null) {
            return List.of();
        }
        return company.region() == null
                ? byCreditCode(form.creditCode())
                : List.of(OWNER_NOT_MAINLAND.check(company.region() == Region.MAINLAND, "/company/region"));
    }

    private static List<Outcome> byCreditCode(Optional<String> creditCode) {
        return creditCode.filter(CreditCode::isValid).stream()
                .map(code -> OWNER_NOT_MAINLAND.check(!CreditCode.isFromOutsideMainland(code), "/company/creditCode"))
                .toList();
    }
}
