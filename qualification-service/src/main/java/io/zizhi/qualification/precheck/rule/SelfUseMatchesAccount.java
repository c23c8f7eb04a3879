package io.zizhi.qualification.precheck.rule;

import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.precheck.Facts;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** 自用: the owner is exactly the company that the account was verified as. */
@Singleton
public class SelfUseMatchesAccount implements Rule {

    static final RuleCode USE_MISMATCH = new RuleCode(
            "USE_MISMATCH",
            "自用资质的企业名称和统一社会信用代码须与账号实名主体一致。",
            "For own use, company name and credit code must be those the account was verified with.");

    static final RuleCode ACCOUNT_NOT_VERIFIED = new RuleCode(
            "ACCOUNT_NOT_VERIFIED",
            "账号尚未完成企业实名认证，请联系运营方。",
            "The account has not been verified as a company: ask the operator.");

    @Override
    public List<RuleCode> codes() {
        return List.of(USE_MISMATCH, ACCOUNT_NOT_VERIFIED);
    }

    @Override
    public List<Outcome> judge(Particulars form, Facts facts) {
        Company company = form.company();
        if (form.purpose() != Purpose.SELF) {
            return List.of();
        }
        Optional<VerifiedIdentity> identity =
                facts.identity().filter(verified -> verified.kind() == AccountKind.COMPANY);
        if (identity.isEmpty()) {
            return List.of(ACCOUNT_NOT_VERIFIED.failed("/company"));
        }
        return company == null || company.name() == null || company.creditCode() == null
                ? List.of()
                : List.of(
                        USE_MISMATCH.check(identity.get().isCompany(company.name(), company.creditCode()), "/company"));
    }
}
