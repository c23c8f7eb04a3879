package io.zizhi.qualification.precheck.rule.owner;

import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.CompanyName;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.Imitation;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks for third-party use (他用) that the owner is not the verified company of the account. */
@Singleton
public class ThirdPartyIsAnother implements Rule {

    static final RuleCode THIRD_PARTY_IS_ACCOUNT = new RuleCode(
            "THIRD_PARTY_IS_ACCOUNT",
            "他用资质的企业不能是账号实名主体本身，请改选自用。",
            "The owner is the verified company of the account itself: choose SELF.");

    @Override
    public List<RuleCode> codes() {
        return List.of(THIRD_PARTY_IS_ACCOUNT, SharedCodes.COMPANY_NAME_CONFUSABLE);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        Company company = form.company();
        if (form.purpose() != Purpose.THIRD_PARTY || company == null) {
            return List.of();
        }
        return facts.identity().stream()
                .map(identity -> compare(identity, company))
                .toList();
    }

    /** Leaves a similar-looking name to the reviewer, because it may be another company's. */
    private static Outcome compare(VerifiedIdentity identity, Company company) {
        if (names(identity, company)) {
            return THIRD_PARTY_IS_ACCOUNT.failed("/company");
        }
        return Imitation.of(company.name(), identity.companyName())
                .map(imitation -> imitation.warning("/company/name"))
                .orElseGet(() -> THIRD_PARTY_IS_ACCOUNT.passed("/company"));
    }

    /**
     * Returns whether name or credit code equals that of the account. The same credit code with another name is still
     * the same company.
     */
    private static boolean names(VerifiedIdentity identity, Company company) {
        return (identity.creditCode() != null && identity.creditCode().equals(company.creditCode()))
                || (identity.companyName() != null
                        && company.name() != null
                        && CompanyName.same(identity.companyName(), company.name()));
    }
}
