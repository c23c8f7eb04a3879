package io.zizhi.qualification.precheck.rule.person;

import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Warns the reviewer if the person administers another company in another account (一管一企). Carriers reject such filings.
 * The applicant cannot know about other accounts, which may be abandoned, and learns nothing about them.
 */
@Singleton
public class AdministratorElsewhere implements Rule {

    static final RuleCode DUPLICATE_IN_OTHER_ACCOUNT = new RuleCode(
            "DUPLICATE_IN_OTHER_ACCOUNT",
            "其他账号已有相同企业和管理员的资质，请核实是否重复申请。",
            "Another account has a qualification for this company and administrator: check whether this is a duplicate filing.",
            true);

    static final RuleCode ADMIN_OF_COMPANY_IN_OTHER_ACCOUNT = new RuleCode(
            "ADMIN_OF_COMPANY_IN_OTHER_ACCOUNT",
            "该管理员在其他账号下管理另一家企业，运营商报备可能失败，请核实。",
            "In another account this person is the administrator of another company: carrier registration may fail, so check this.",
            true);

    private static final String POINTER = "/administrator/idNumber";

    @Override
    public List<RuleCode> codes() {
        return List.of(DUPLICATE_IN_OTHER_ACCOUNT, ADMIN_OF_COMPANY_IN_OTHER_ACCOUNT);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        Administrator administrator = form.administrator();
        String code = form.creditCode().orElse("");
        if (administrator == null || administrator.idNumber() == null || code.isBlank()) {
            return List.of();
        }
        Set<String> elsewhere = facts.account().administeredElsewhere();
        return List.of(
                warn(DUPLICATE_IN_OTHER_ACCOUNT, elsewhere.contains(code)),
                warn(ADMIN_OF_COMPANY_IN_OTHER_ACCOUNT, elsewhere.stream().anyMatch(other -> !other.equals(code))));
    }

    private static Outcome warn(RuleCode code, boolean found) {
        return found ? code.warning(POINTER) : code.passed(POINTER);
    }
}
