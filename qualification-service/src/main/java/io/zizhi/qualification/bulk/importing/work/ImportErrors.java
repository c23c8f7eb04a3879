package io.zizhi.qualification.bulk.importing.work;

import io.zizhi.contracts.OwnerType;
import io.zizhi.qualification.bulk.importing.model.ImportFinding;
import io.zizhi.qualification.bulk.sheet.column.ImportColumn;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.revision.Provenance;
import io.zizhi.qualification.precheck.facts.AttachedLetter;
import io.zizhi.qualification.precheck.facts.DocumentState;
import io.zizhi.qualification.precheck.facts.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what this system cannot represent. Everything else is imported as the other system approved it. */
final class ImportErrors {

    static final String ACCOUNT_UNKNOWN = "ACCOUNT_UNKNOWN";

    private static final Set<DocumentState.Status> USABLE =
            EnumSet.of(DocumentState.Status.AVAILABLE, DocumentState.Status.PENDING_SCAN);

    private final List<ImportFinding> errors = new ArrayList<>();

    private ImportErrors() {}

    /** @param importedAs the qualification that was imported from the same source before */
    static List<ImportFinding> of(QualificationForm form, Provenance source, Facts facts, Optional<Long> importedAs) {
        ImportErrors found = new ImportErrors();
        found.ofAccount(form, facts, importedAs);
        found.ofSource(source, facts.today());
        found.ofForm(form, facts);
        return found.errors;
    }

    private void ofAccount(QualificationForm form, Facts facts, Optional<Long> importedAs) {
        if (facts.identity().isEmpty()) {
            add(
                    ACCOUNT_UNKNOWN,
                    ImportColumn.ACCOUNT,
                    "没有此账号，或其身份尚未认证，请核对账号 ID。",
                    "The account does not exist or has no verified identity: check the account id.");
        }
        importedAs.ifPresent(id -> add(
                "IMPORTED_BEFORE",
                ImportColumn.SOURCE_REFERENCE,
                "该来源编号已导入为资质 " + id + "，请删除此行。",
                "This source reference was already imported, as qualification " + id + ": delete the row."));
        if (importedAs.isEmpty() && facts.account().nameTaken()) {
            add(
                    "NAME_TAKEN",
                    "/name",
                    "该账号下已有名称相同或字形相近的资质，请修改资质名称。",
                    "The account already has a qualification with this or a similar-looking name: choose another name.");
        }
        // Fixed once the qualification exists.
        if (form.ownerType() != OwnerType.PERSON
                && form.creditCode().filter(code -> !code.isBlank()).isEmpty()) {
            add(
                    "FIELD_REQUIRED",
                    "/company/creditCode",
                    "导入后不能再填写统一社会信用代码，请现在填写。",
                    "The credit code cannot be added after the import: fill it in now.");
        }
    }

    private void ofSource(Provenance source, LocalDate today) {
        if (source.approvedOn().isAfter(today)) {
            add(
                    "APPROVAL_IN_FUTURE",
                    ImportColumn.APPROVED_ON,
                    "原审批日期晚于今天，请核对。",
                    "The approval is dated after today: check the date.");
        }
        if (source.validUntil() != null && source.validUntil().isBefore(source.approvedOn())) {
            add(
                    "APPROVAL_PERIOD_INVALID",
                    ImportColumn.VALID_UNTIL,
                    "原审批有效期早于审批日期，请核对。",
                    "The approval ends before it begins: check both dates.");
        }
    }

    private void ofForm(QualificationForm form, Facts facts) {
        if (form.letterId() != null
                && facts.account().letter().filter(AttachedLetter::approved).isEmpty()) {
            add(
                    "LETTER_NOT_APPROVED",
                    "/letterId",
                    "该账号没有此编号的已审核通过的授权委托书，请清空此单元格，或先提交授权委托书审核。",
                    "The account has no approved letter with this number: clear the cell, or get the letter approved first.");
        }
        Map<String, DocumentState> states = facts.documents().orElse(Map.of());
        for (DocumentUse use : form.documents()) {
            DocumentState state = states.get(use.documentId());
            if (state == null || !USABLE.contains(state.status())) {
                add(
                        "DOCUMENT_" + (state == null ? DocumentState.Status.NOT_FOUND : state.status()),
                        use.pointer(),
                        "该账号不能使用此文件，请清空此单元格，或由该账号重新上传文件。",
                        "The account cannot use this document: clear the cell, or let the account upload it again.");
            }
        }
    }

    private void add(String code, ImportColumn column, String adviceZh, String adviceEn) {
        errors.add(
                ImportFinding.error(RowFinding.at(code, "", adviceZh, adviceEn).about(column)));
    }

    private void add(String code, String pointer, String adviceZh, String adviceEn) {
        errors.add(ImportFinding.error(RowFinding.at(code, pointer, adviceZh, adviceEn)));
    }
}
