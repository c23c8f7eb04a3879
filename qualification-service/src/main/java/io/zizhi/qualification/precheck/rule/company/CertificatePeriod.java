package io.zizhi.qualification.precheck.rule.company;

import io.zizhi.qualification.form.Certificate;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Checks that today is within the validity of the certificate, including both ends. */
@Singleton
public class CertificatePeriod implements Rule {

    static final RuleCode CERT_PERIOD_INVALID = new RuleCode(
            "CERT_PERIOD_INVALID",
            "证件有效期的开始日期不能晚于结束日期，且须在 1900-01-01 至 2099-12-31 之间；长期有效请填 2099-12-31。",
            "The period must not end before it begins, and must lie between 1900-01-01 and 2099-12-31, which means long-term.");

    static final RuleCode CERT_NOT_YET_VALID = new RuleCode(
            "CERT_NOT_YET_VALID", "证件尚未生效，请上传已生效的证件。", "The certificate is not valid yet: upload a valid one.");

    public static final RuleCode CERT_EXPIRED =
            new RuleCode("CERT_EXPIRED", "证件已过期，请上传换发后的证件。", "The certificate has expired: upload the renewed one.");

    @Override
    public List<RuleCode> codes() {
        return List.of(CERT_PERIOD_INVALID, CERT_NOT_YET_VALID, CERT_EXPIRED);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return Optional.ofNullable(form.company())
                .map(Company::certificate)
                .flatMap(Certificate::period)
                .map(period -> judge(period, facts.today()))
                .stream()
                .toList();
    }

    private static Outcome judge(Period period, LocalDate today) {
        if (!period.isPossible()) {
            return CERT_PERIOD_INVALID.failed("/company/certificate/validTo");
        }
        if (period.startsAfter(today)) {
            return CERT_NOT_YET_VALID.failed("/company/certificate/validFrom");
        }
        return CERT_EXPIRED.check(!period.endedBefore(today), "/company/certificate/validTo");
    }
}
