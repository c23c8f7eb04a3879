package io.zizhi.qualification.precheck.rule;

import io.zizhi.contracts.OwnerType;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.CreditCode;
import io.zizhi.qualification.precheck.Facts;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Warns if the first digit of the credit code, which identifies the registration authority, does not fit the owner
 * type.
 */
@Singleton
public class CreditCodeMatchesOwner implements Rule {

    static final RuleCode USCC_OWNER_TYPE_MISMATCH = new RuleCode(
            "USCC_OWNER_TYPE_MISMATCH",
            "统一社会信用代码的登记类别与所选主体类型不一致，请确认主体类型。",
            "The credit code belongs to another type of organisation: check the owner type.");

    @Override
    public List<RuleCode> codes() {
        return List.of(USCC_OWNER_TYPE_MISMATCH);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return form.creditCode().filter(CreditCode::isValid).stream()
                .map(code -> isUnusual(form.ownerType(), code)
                        ? USCC_OWNER_TYPE_MISMATCH.warning("/company/creditCode")
                        : USCC_OWNER_TYPE_MISMATCH.passed("/company/creditCode"))
                .toList();
    }

    private static boolean isUnusual(OwnerType owner, String code) {
        return switch (owner) {
            case COMPANY -> CreditCode.isOfPublicBody(code);
            case PUBLIC_INSTITUTION -> CreditCode.isOfBusiness(code);
            case PERSON -> true;
        };
    }
}
