package io.zizhi.qualification.precheck.rule.owner;

import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.form.Consent;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/** Warns that sharing with the operator's other products is effective only for own use (自用). */
@Singleton
public class ShareHasEffect implements Rule {

    static final RuleCode SHARE_WITHOUT_EFFECT = new RuleCode(
            "SHARE_WITHOUT_EFFECT",
            "资料共享授权仅对自用资质生效，对本次他用申请不生效。",
            "Consent to sharing is effective only for own use; it has no effect on this third-party application.");

    @Override
    public List<RuleCode> codes() {
        return List.of(SHARE_WITHOUT_EFFECT);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        Consent consent = form.consent();
        if (consent == null || !Boolean.TRUE.equals(consent.share())) {
            return List.of();
        }
        return List.of(
                form.purpose() == Purpose.SELF
                        ? SHARE_WITHOUT_EFFECT.passed("/consent/share")
                        : SHARE_WITHOUT_EFFECT.warning("/consent/share"));
    }
}
