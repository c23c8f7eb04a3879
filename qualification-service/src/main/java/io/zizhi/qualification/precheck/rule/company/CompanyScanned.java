package io.zizhi.qualification.precheck.rule.company;

import io.zizhi.contracts.OwnerType;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.Certificate;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.CompanyName;
import io.zizhi.qualification.form.standard.WrittenName;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.ScanFinding;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks that only companies use scan authentication (扫码认证), that this account's authentication was confirmed recently,
 * and that the form matches the confirmed data.
 */
@Singleton
public class CompanyScanned implements Rule {

    static final RuleCode SCAN_NOT_OFFERED = new RuleCode(
            "SCAN_NOT_OFFERED",
            "扫码认证仅支持企业。政府机关、事业单位和个人请选择“上传证件”。",
            "Only companies can use scan authentication: public institutions upload a certificate, persons upload id photos.");

    static final RuleCode AUTHENTICATION_NOT_FOUND = new RuleCode(
            "AUTHENTICATION_NOT_FOUND", "扫码认证记录不存在，请重新扫码认证。", "The authentication does not exist: start a new one.");

    static final RuleCode AUTHENTICATION_NOT_CONFIRMED = new RuleCode(
            "AUTHENTICATION_NOT_CONFIRMED",
            "扫码认证尚未完成或未通过，请完成认证；未通过的请重新发起。",
            "The company has not confirmed the authentication: complete it or start a new one.");

    static final RuleCode AUTHENTICATION_STALE = new RuleCode(
            "AUTHENTICATION_STALE", "扫码认证已过有效期，请重新扫码认证。", "The authentication has expired: start a new one.");

    static final RuleCode AUTHENTICATION_MISMATCH = new RuleCode(
            "AUTHENTICATION_MISMATCH",
            "所填信息与扫码认证确认的企业信息不一致，请核对。",
            "The form does not match the company data confirmed by the scan: correct it, or authenticate the right company.");

    @Override
    public List<RuleCode> codes() {
        return List.of(
                SCAN_NOT_OFFERED,
                AUTHENTICATION_NOT_FOUND,
                AUTHENTICATION_NOT_CONFIRMED,
                AUTHENTICATION_STALE,
                AUTHENTICATION_MISMATCH);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        Company company = form.company();
        if (company == null || !company.scanned()) {
            return List.of();
        }
        if (form.ownerType() != OwnerType.COMPANY) {
            return List.of(SCAN_NOT_OFFERED.failed("/company/authentication"));
        }
        String pointer = "/company/authenticationId";
        return switch (facts.account().scan().state()) {
            case NOT_NAMED -> List.of();
            case NOT_FOUND -> List.of(AUTHENTICATION_NOT_FOUND.failed(pointer));
            case NOT_CONFIRMED -> List.of(AUTHENTICATION_NOT_CONFIRMED.failed(pointer));
            case STALE -> List.of(AUTHENTICATION_STALE.failed(pointer));
            case CONFIRMED -> compare(form, company, facts.account().scan().company());
        };
    }

    private static List<Outcome> compare(QualificationForm form, Company company, ScanFinding.@Nullable Proven proven) {
        List<Outcome> outcomes = new ArrayList<>();
        if (proven != null) {
            Optional<Certificate> certificate = Optional.ofNullable(company.certificate());
            add(outcomes, "/company/name", company.name(), proven.name(), CompanyName::same);
            add(outcomes, "/company/creditCode", company.creditCode(), proven.creditCode(), String::equals);
            add(
                    outcomes,
                    "/legalRepresentative/name",
                    legalRepresentativeOf(form),
                    textOf(proven.legalRepresentativeName()),
                    WrittenName::same);
            add(
                    outcomes,
                    "/company/certificate/validFrom",
                    certificate.map(Certificate::validFrom).orElse(null),
                    proven.validFrom(),
                    LocalDate::equals);
            add(
                    outcomes,
                    "/company/certificate/validTo",
                    certificate.map(Certificate::validTo).orElse(null),
                    proven.validTo(),
                    LocalDate::equals);
        }
        return outcomes;
    }

    /** Skips values that the provider does not report or that are not filled in. */
    private static <T> void add(
            List<Outcome> outcomes,
            String pointer,
            @Nullable T filledIn,
            @Nullable T confirmed,
            BiPredicate<? super T, ? super T> same) {
        if (filledIn != null && confirmed != null) {
            outcomes.add(AUTHENTICATION_MISMATCH.check(same.test(filledIn, confirmed), pointer));
        }
    }

    private static @Nullable String legalRepresentativeOf(QualificationForm form) {
        return form.legalRepresentative() == null
                ? null
                : textOf(form.legalRepresentative().name());
    }

    private static @Nullable String textOf(@Nullable PersonName name) {
        return name == null ? null : name.reveal().strip();
    }
}
