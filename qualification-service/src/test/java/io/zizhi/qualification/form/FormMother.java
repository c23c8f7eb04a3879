package io.zizhi.qualification.form;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.platform.privacy.personal.Phone;
import java.time.LocalDate;
import java.util.List;

/** Builds forms for tests: a valid one, and parts for variations. */
public final class FormMother {

    public static final String COMPANY_NAME = "星河示例科技有限公司";
    public static final String CREDIT_CODE = "91330106673959654P";
    public static final String CERTIFICATE = "c".repeat(32);
    public static final String EMBLEM = "e".repeat(32);
    public static final String PORTRAIT = "f".repeat(32);
    public static final LocalDate FROM = LocalDate.of(2020, 1, 1);
    public static final LocalDate LONG_TERM = LocalDate.of(2099, 12, 31);

    private FormMother() {}

    public static QualificationForm good() {
        return with(company(CREDIT_CODE), legalRepresentative(), administrator());
    }

    public static QualificationForm with(
            Company company, LegalRepresentative legalRepresentative, Administrator administrator) {
        return new QualificationForm(
                "星河自用资质1",
                Purpose.SELF,
                OwnerType.COMPANY,
                "备注\n第二行",
                company,
                legalRepresentative,
                administrator,
                List.of("a".repeat(32)),
                new Consent("2026-11", true, null),
                null);
    }

    public static QualificationForm named(String name) {
        return new QualificationForm(
                name, Purpose.SELF, OwnerType.COMPANY, null, null, null, null, List.of(), null, null);
    }

    public static QualificationForm ownedBy(OwnerType ownerType, Company company) {
        return new QualificationForm("资质", Purpose.SELF, ownerType, null, company, null, null, List.of(), null, null);
    }

    public static Company company(String creditCode) {
        return new Company(
                COMPANY_NAME, creditCode, null, certificate(CertificateKind.BUSINESS_LICENSE, FROM, LONG_TERM));
    }

    public static Certificate certificate(CertificateKind kind, LocalDate from, LocalDate to) {
        return new Certificate(kind, CERTIFICATE, from, to);
    }

    public static LegalRepresentative legalRepresentative() {
        return new LegalRepresentative(
                PersonName.of("李示例"),
                IdType.RESIDENT_ID,
                IdNumber.of("11010519491231002X"),
                FROM,
                LONG_TERM,
                null,
                null);
    }

    public static Administrator administrator() {
        return new Administrator(
                PersonName.of("王示例"),
                IdType.RESIDENT_ID,
                IdNumber.of("110105194912310038"),
                FROM,
                LONG_TERM,
                EMBLEM,
                PORTRAIT,
                Phone.of("13900001234"),
                "verification-1");
    }
}
