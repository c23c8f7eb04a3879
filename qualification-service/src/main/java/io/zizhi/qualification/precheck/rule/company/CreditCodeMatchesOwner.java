package io.zizhi.qualification.precheck.rule.company;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.CreditCode;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that the owner type fits the first digit of the credit code, which identifies the registration authority: 1
 * (机构编制) registers public institutions, 9 (市场监管) registers companies. Other authorities, such as civil affairs,
 * register both. Otherwise an institution could choose COMPANY to avoid the rules for institutions. For own use, the
 * code of the account is checked, too.
 */
@Singleton
public class CreditCodeMatchesOwner implements Rule {

    static final RuleCode USCC_OWNER_TYPE_MISMATCH = new RuleCode(
            "USCC_OWNER_TYPE_MISMATCH",
            "统一社会信用代码的登记管理部门与所选主体类型不符：代码以 1 开头的须选政府机关或事业单位，以 9 开头的须选企业。",
            "The owner type does not fit the registration authority of the credit code: codes starting with 1 need PUBLIC_INSTITUTION, codes starting with 9 need COMPANY.");

    @Override
    public List<RuleCode> codes() {
        return List.of(USCC_OWNER_TYPE_MISMATCH);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        Stream<Outcome> ofForm = form.creditCode().filter(CreditCode::isValid).stream()
                .map(code -> USCC_OWNER_TYPE_MISMATCH.check(fits(form.ownerType(), code), "/company/creditCode"));
        Stream<Outcome> ofAccount = facts
                .identity()
                .filter(identity -> form.purpose() == Purpose.SELF)
                .map(VerifiedIdentity::creditCode)
                .map(code -> USCC_OWNER_TYPE_MISMATCH.check(fits(form.ownerType(), code), "/ownerType"))
                .stream();
        return Stream.concat(ofForm, ofAccount).toList();
    }

    private static boolean fits(OwnerType owner, String code) {
        return switch (owner) {
            case COMPANY -> !CreditCode.isOfPublicBody(code);
            case PUBLIC_INSTITUTION -> !CreditCode.isOfBusiness(code);
            // PartsOfOwner and OwnerTypeMatchesAccount reject a company's parts and account
            case PERSON -> true;
        };
    }
}
