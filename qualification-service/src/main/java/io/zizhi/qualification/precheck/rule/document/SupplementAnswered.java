package io.zizhi.qualification.precheck.rule.document;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/** Warns about items of a supplement request (资料待补充) that the working copy leaves as they were. */
@Singleton
public class SupplementAnswered implements Rule {

    static final RuleCode SUPPLEMENT_UNANSWERED = new RuleCode(
            "SUPPLEMENT_UNANSWERED",
            "审核员要求补充或更正的此项尚未修改，请按要求处理；如无法提供，请在备注中说明。",
            "The reviewer asked for this item, and it is unchanged: add or correct it, or explain in the remark why you cannot.");

    @Override
    public List<RuleCode> codes() {
        return List.of(SUPPLEMENT_UNANSWERED);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return facts.unanswered().stream()
                .map(item -> SUPPLEMENT_UNANSWERED
                        .saying("审核原因代码：" + item.code() + "。", "Code of the request: " + item.code() + ".")
                        .warning(item.pointer()))
                .toList();
    }
}
