package io.zizhi.qualification.precheck.rule.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.AuthenticationMethod;
import io.zizhi.qualification.form.Certificate;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.facts.FactsMother;
import io.zizhi.qualification.precheck.facts.ScanFinding;
import io.zizhi.qualification.precheck.rule.form.RequiredFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompanyScannedTest {

    private static final ScanFinding.Proven PROVEN =
            proven(FormMother.COMPANY_NAME, FormMother.CREDIT_CODE, PersonName.of("李示例"));

    private final CompanyScanned rule = new CompanyScanned();

    @Test
    void confirmed_company_passes_without_image() {
        QualificationForm form = scannedBy(OwnerType.COMPANY, Purpose.SELF);

        assertThat(judge(form, new ScanFinding(ScanFinding.State.CONFIRMED, PROVEN)))
                .hasSize(3)
                .allMatch(outcome -> outcome.status() == OutcomeStatus.PASSED);
        assertThat(missing(form)).doesNotContain("/company/certificate/documentId", "/company/certificate/kind");
    }

    @Test
    void third_party_still_needs_image() {
        assertThat(missing(scannedBy(OwnerType.COMPANY, Purpose.THIRD_PARTY)))
                .contains("/company/certificate/documentId", "/company/certificate/kind");
    }

    @Test
    void certificate_needs_no_scan() {
        assertThat(rule.judge(FormMother.good(), FactsMother.good())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = OwnerType.class,
            names = {"PUBLIC_INSTITUTION", "PERSON"})
    void only_companies_can_use_scan(OwnerType owner) {
        assertThat(judge(scannedBy(owner, Purpose.SELF), new ScanFinding(ScanFinding.State.CONFIRMED, PROVEN)))
                .containsExactly(CompanyScanned.SCAN_NOT_OFFERED.failed("/company/authentication"));
    }

    @Test
    void rejects_confirmation_of_another_company() {
        ScanFinding other = new ScanFinding(ScanFinding.State.CONFIRMED, proven("另一家公司", "91110108MA00001A5R", null));

        assertThat(judge(scannedBy(OwnerType.COMPANY, Purpose.SELF), other))
                .containsExactly(
                        CompanyScanned.AUTHENTICATION_MISMATCH.failed("/company/name"),
                        CompanyScanned.AUTHENTICATION_MISMATCH.failed("/company/creditCode"));
    }

    private static ScanFinding.Proven proven(String company, String creditCode, @Nullable PersonName person) {
        return new ScanFinding.Proven(
                "alipay", Instant.parse("2026-11-24T01:33:10Z"), company, creditCode, person, null, null);
    }

    private List<Outcome> judge(QualificationForm form, ScanFinding finding) {
        return rule.judge(form, FactsMother.scanned(finding));
    }

    private static List<String> missing(QualificationForm form) {
        return new RequiredFields()
                .judge(form, FactsMother.good()).stream()
                        .filter(outcome -> outcome.status() == OutcomeStatus.FAILED)
                        .map(Outcome::pointer)
                        .toList();
    }

    private static QualificationForm scannedBy(OwnerType owner, Purpose purpose) {
        QualificationForm good = FormMother.good();
        Company company = new Company(
                FormMother.COMPANY_NAME,
                FormMother.CREDIT_CODE,
                null,
                new Certificate(null, null, FormMother.FROM, FormMother.LONG_TERM),
                AuthenticationMethod.SCAN,
                "0".repeat(32));
        return new QualificationForm(
                good.name(),
                purpose,
                owner,
                null,
                company,
                good.legalRepresentative(),
                good.administrator(),
                List.of(),
                good.consent());
    }
}
