package io.zizhi.qualification.precheck.rule.form;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.NameSyntax;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks that the name has only Han characters, letters and digits, and not digits only. */
@Singleton
public class NameForm implements Rule {

    public static final RuleCode NAME_INVALID = new RuleCode(
            "NAME_INVALID",
            "资质名称须为 1–100 个汉字、英文字母或数字，不能含符号或空格，不能全为数字。",
            "Use 1 to 100 Han characters, English letters or digits, without symbols or spaces, and not digits only.");

    @Override
    public List<RuleCode> codes() {
        return List.of(NAME_INVALID);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return List.of(NAME_INVALID.check(NameSyntax.isLabel(form.name()), "/name"));
    }
}
