package io.zizhi.qualification.precheck.rule.form;

import io.zizhi.qualification.form.Consent;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks that the applicant consented to the current notice. */
@Singleton
public class ConsentGiven implements Rule {

    public static final RuleCode CONSENT_MISSING =
            new RuleCode("CONSENT_MISSING", "请阅读并同意资质授权告知书。", "Read the notice and agree to it.");

    public static final RuleCode CONSENT_OUTDATED = new RuleCode(
            "CONSENT_OUTDATED",
            "告知书已更新，请阅读最新版本并重新同意。",
            "The notice has changed: read the new version and agree to it.");

    @Override
    public List<RuleCode> codes() {
        return List.of(CONSENT_MISSING, CONSENT_OUTDATED);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        Consent consent = form.consent();
        if (consent == null) {
            return List.of();
        }
        if (!consent.accepted()) {
            return List.of(CONSENT_MISSING.failed("/consent/accepted"));
        }
        return List.of(CONSENT_OUTDATED.check(
                facts.noticeVersion().equals(consent.noticeVersion()), "/consent/noticeVersion"));
    }
}
