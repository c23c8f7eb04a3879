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
            "补充要求中的此项没有变化。此项须补充或更正；确实无法提供的，须在备注中说明，由审核员判断，此提示不影响提交。",
            "This item of the supplement request is unchanged. It has to be added or corrected, or the remark has to say why it cannot be. This does not block the submission; the reviewer decides.");

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
