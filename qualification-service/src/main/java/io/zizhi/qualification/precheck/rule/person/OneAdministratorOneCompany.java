package io.zizhi.qualification.precheck.rule.person;

import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.AdministratorConfig;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Checks that a person administers only one company (一管一企). For third parties (他用) several companies are only a
 * warning: an agency's own employee usually administers them. Also checks that an account does not file for the same
 * company and administrator twice with the same purpose and name.
 */
@Singleton
public class OneAdministratorOneCompany implements Rule {

    static final RuleCode DUPLICATE_QUALIFICATION = new RuleCode(
            "DUPLICATE_QUALIFICATION",
            "本账号下已有企业、管理员、用途和名称均相同的资质，请直接使用该资质。",
            "The account already has a qualification with this company, administrator, purpose and name: use that one.");

    static final RuleCode ADMIN_MULTI_COMPANY = new RuleCode(
            "ADMIN_MULTI_COMPANY",
            "该管理员已管理本账号下的另一家企业，运营商报备可能失败：检查不通过时须更换管理员，仅为提醒时建议更换。",
            "In this account the person already administers another company, so carrier registration may fail: name another administrator if the check failed, and preferably also if it is only a warning.");

    private static final String POINTER = "/administrator/idNumber";

    private final boolean strict;

    public OneAdministratorOneCompany(AdministratorConfig config) {
        this.strict = config.oneCompanyForThirdParties();
    }

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
        boolean several = facts.account().administeredCompanies().stream().anyMatch(other -> !other.equals(code));
        return List.of(
                DUPLICATE_QUALIFICATION.check(!facts.account().duplicate(), POINTER),
                several && form.purpose() == Purpose.THIRD_PARTY && !strict
                        ? ADMIN_MULTI_COMPANY.warning(POINTER)
                        : ADMIN_MULTI_COMPANY.check(!several, POINTER));
    }
}
