package io.zizhi.qualification.precheck.rule.owner;

import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.Imitation;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks for own use (自用) that the owner is exactly the verified company of the account. */
@Singleton
public class SelfUseMatchesAccount implements Rule {

    public static final RuleCode USE_MISMATCH = new RuleCode(
            "USE_MISMATCH",
            "自用资质的企业名称和统一社会信用代码须与账号实名主体一致。如为其他主体申请，请选择“他用”。",
            "For own use, company name and credit code must match the verified identity of the account; for another owner choose THIRD_PARTY.");

    @Override
    public List<RuleCode> codes() {
        return List.of(USE_MISMATCH, SharedCodes.COMPANY_NAME_CONFUSABLE);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        Company company = form.company();
        if (form.purpose() != Purpose.SELF
                || company == null
                || company.name() == null
                || company.creditCode() == null) {
            return List.of();
        }
        return facts.identity().filter(verified -> verified.kind() == AccountKind.COMPANY).stream()
                .map(verified -> compare(verified, company))
                .toList();
    }

    /** Uses a separate code for similar-looking names, because the difference is hard to see. */
    private static Outcome compare(VerifiedIdentity verified, Company company) {
        return Imitation.of(company.name(), verified.companyName())
                .map(imitation -> imitation.failed("/company/name"))
                .orElseGet(
                        () -> USE_MISMATCH.check(verified.isCompany(company.name(), company.creditCode()), "/company"));
    }
}
