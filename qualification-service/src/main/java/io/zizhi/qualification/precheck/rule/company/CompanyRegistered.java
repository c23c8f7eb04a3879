package io.zizhi.qualification.precheck.rule.company;

import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks company, credit code, legal representative and id number (企业四要素) against the register. A mismatch fails until
 * photos of the representative's id document are uploaded; then the reviewer decides.
 */
@Singleton
public class CompanyRegistered implements Rule {

    static final RuleCode COMPANY_NOT_CHECKED = new RuleCode(
            "COMPANY_NOT_CHECKED",
            "企业四要素未能核验（未接入企业登记系统、登记系统未应答，或该企业当日的核验次数已用完）。不影响提交，将由审核员核实。",
            "The company was not checked: no register is configured, it did not answer, or today's checks of this company are used up. This does not block the submission; the reviewer checks the company.");

    static final RuleCode COMPANY_NOT_LISTED = new RuleCode(
            "COMPANY_NOT_LISTED",
            "本平台的企业名录不完整，未收录该企业，无法核验企业四要素。不影响提交，将由审核员核实。",
            "The list of companies is incomplete and does not contain this company. This does not block the submission; the reviewer checks the company.");

    static final RuleCode COMPANY_STATE_INVALID = new RuleCode(
            "COMPANY_STATE_INVALID",
            "该企业登记状态异常（如已注销、吊销），无法申请，请核实。",
            "According to the register the company is not in normal operation: no qualification can be filed for it.");

    static final RuleCode COMPANY_ELEMENTS_MISMATCH = new RuleCode(
            "COMPANY_ELEMENTS_MISMATCH",
            "企业名称、统一社会信用代码与法定代表人信息核验不一致，请核对；如确认无误，请补充法定代表人证件照片。",
            "Name, credit code and legal representative do not match the register: check them, or add photos of the representative's id document.");

    static final RuleCode LEGAL_REPRESENTATIVE_MISMATCH = new RuleCode(
            "LEGAL_REPRESENTATIVE_MISMATCH",
            "法定代表人姓名或证件号码与工商登记不一致，请核对；如确认无误，请补充其证件照片。",
            "The legal representative's name or id number does not match the register: check them, or add photos of the id document.");

    static final RuleCode COMPANY_NOT_FOUND = new RuleCode(
            "COMPANY_NOT_FOUND",
            "未查询到该企业的登记信息，请核对企业名称和统一社会信用代码；新设企业请补充法定代表人证件照片。",
            "The register has no such company: check name and credit code; for a new company add photos of the representative's id document.");

    static final RuleCode LEGAL_REPRESENTATIVE_NOT_FOUND = new RuleCode(
            "LEGAL_REPRESENTATIVE_NOT_FOUND",
            "未查询到该法定代表人的登记信息，请核对姓名和证件号码；如确认无误，请补充其证件照片。",
            "The register has no matching legal representative: check name and id number, or add photos of the id document.");

    @Override
    public List<RuleCode> codes() {
        return List.of(
                COMPANY_NOT_CHECKED,
                COMPANY_NOT_LISTED,
                COMPANY_STATE_INVALID,
                COMPANY_ELEMENTS_MISMATCH,
                LEGAL_REPRESENTATIVE_MISMATCH,
                COMPANY_NOT_FOUND,
                LEGAL_REPRESENTATIVE_NOT_FOUND);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return switch (facts.registry()) {
            case NOT_ASKED -> List.of();
            case MATCHED -> List.of(COMPANY_ELEMENTS_MISMATCH.passed("/company"));
            case UNKNOWN -> List.of(COMPANY_NOT_CHECKED.unknown("/company"));
            case NOT_LISTED -> List.of(COMPANY_NOT_LISTED.unknown("/company"));
            case COMPANY_STATE_INVALID -> List.of(COMPANY_STATE_INVALID.failed("/company"));
            case FOUR_ELEMENTS_ERROR -> unconfirmed(COMPANY_ELEMENTS_MISMATCH, "/company", form.legalRepresentative());
            case LEGAL_REPRESENTATIVE_MISMATCH ->
                unconfirmed(LEGAL_REPRESENTATIVE_MISMATCH, "/legalRepresentative", form.legalRepresentative());
            case NO_COMPANY -> unconfirmed(COMPANY_NOT_FOUND, "/company", form.legalRepresentative());
            case NO_LEGAL_REPRESENTATIVE ->
                unconfirmed(LEGAL_REPRESENTATIVE_NOT_FOUND, "/legalRepresentative", form.legalRepresentative());
        };
    }

    private static List<Outcome> unconfirmed(RuleCode code, String pointer, @Nullable LegalRepresentative person) {
        boolean photos = person != null && person.emblemDocumentId() != null && person.portraitDocumentId() != null;
        return List.of(photos ? code.warning(pointer) : code.failed(pointer));
    }
}
