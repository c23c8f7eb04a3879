package io.zizhi.qualification.precheck.rule.company;

import io.zizhi.qualification.form.Certificate;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Checks that the kind of certificate matches the owner type. */
@Singleton
public class CertificateKindAllowed implements Rule {

    static final RuleCode CERT_TYPE_MISMATCH = new RuleCode(
            "CERT_TYPE_MISMATCH",
            "所选证件类型不适用于该主体类型，请重新选择证件类型。",
            "This kind of certificate does not fit the owner type: choose another kind.");

    @Override
    public List<RuleCode> codes() {
        return List.of(CERT_TYPE_MISMATCH);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return Optional.ofNullable(form.company())
                .map(Company::certificate)
                .map(Certificate::kind)
                .map(kind -> CERT_TYPE_MISMATCH.check(kind.isFor(form.ownerType()), "/company/certificate/kind"))
                .stream()
                .toList();
    }
}
