package io.zizhi.qualification.precheck.rule;

import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Facts;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Checks that a person administers only one company (一管一企), and that an account has only one qualification for a
 * company and its administrator.
 */
@Singleton
public class OneAdministratorOneCompany implements Rule {

    static final RuleCode DUPLICATE_QUALIFICATION = new RuleCode(
            "DUPLICATE_QUALIFICATION",
            "本账号下已有相同企业和管理员的资质，请直接使用该资质。",
            "The account already has a qualification for this company and administrator: use that one.");

    static final RuleCode ADMIN_MULTI_COMPANY = new RuleCode(
            "ADMIN_MULTI_COMPANY",
            "同一管理员只能管理一家企业，请更换管理员。",
            "A person can be the administrator of only one company: name another administrator.");

    @Override
    public List<RuleCode> codes() {
        return List.of(DUPLICATE_QUALIFICATION, ADMIN_MULTI_COMPANY);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        Administrator administrator = form.administrator();
        String code = form.creditCode().orElse("");
        if (administrator == null || administrator.idNumber() == null || code.isBlank()) {
            return List.of();
        }
        Set<String> administered = facts.account().administeredCompanies();
        boolean elsewhere = administered.stream().anyMatch(other -> !other.equals(code));
        return List.of(
                DUPLICATE_QUALIFICATION.check(!administered.contains(code), "/administrator/idNumber"),
                ADMIN_MULTI_COMPANY.check(!elsewhere, "/administrator/idNumber"));
    }
}
