package io.zizhi.qualification.precheck.rule.company;

import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.NameSyntax;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Checks the format of the company name: few symbols, and not digits only. */
@Singleton
public class CompanyNameForm implements Rule {

    static final RuleCode COMPANY_NAME_INVALID = new RuleCode(
            "COMPANY_NAME_INVALID",
            "企业名称不超过 150 字，除“·【】（）()”和空格外不能含其他符号，不能全为数字，须与证件一致。",
            "Copy the name from the certificate: at most 150 characters, no symbols except ·【】（）() and spaces, not digits only.");

    @Override
    public List<RuleCode> codes() {
        return List.of(COMPANY_NAME_INVALID);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return Optional.ofNullable(form.company())
                .map(Company::name)
                .filter(name -> !name.isBlank())
                .map(name -> COMPANY_NAME_INVALID.check(NameSyntax.isOrganisation(name), "/company/name"))
                .stream()
                .toList();
    }
}
