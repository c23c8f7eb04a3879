package io.zizhi.qualification.bulk.work;

import io.zizhi.platform.http.problem.Outages;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.filing.evaluation.EvaluationView;
import io.zizhi.qualification.precheck.OutcomeStatus;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The next action for a row, derived from an evaluation or an error.
 *
 * @param kind the next action
 * @param findings the problems found
 */
record RowVerdict(Kind kind, List<RowFinding> findings) {

    private static final String PHONE = "/administrator/phoneVerificationId";
    private static final String FIELD_REQUIRED = "FIELD_REQUIRED";
    private static final RowFinding VERIFY_PHONE = RowFinding.at(
            "PHONE_VERIFICATION_AWAITED",
            "/administrator/phone",
            "请验证管理员手机号，验证后本行会自动提交。",
            "Verify the administrator's phone number; the row is then submitted automatically.");
    private static final RowFinding LETTER_IN_REVIEW = RowFinding.at(
            "LETTER_IN_REVIEW",
            "/letterId",
            "授权委托书正在审核（单独审核，或随本表另一行等其他资质审核），审核通过后本行会自动继续。",
            "The letter is in review, alone or with another qualification such as another row of this sheet. The row"
                    + " continues automatically once the letter is approved.");
    private static final Set<String> PHONE_TAKEN = Set.of("PHONE_VERIFICATION_NOT_USABLE");

    enum Kind {
        SUBMIT,
        AWAIT_PHONE,
        AWAIT_LETTER,
        FAIL,
        /** A retry may succeed. */
        TRY_AGAIN
    }

    RowVerdict {
        findings = List.copyOf(findings);
    }

    static RowVerdict of(EvaluationView evaluation) {
        return ofFindings(evaluation.rules().stream()
                .filter(rule -> rule.status() == OutcomeStatus.FAILED)
                // only passed rules have no advice
                .map(rule -> RowFinding.at(
                        rule.code(),
                        rule.pointer(),
                        Objects.requireNonNull(rule.adviceZh()),
                        Objects.requireNonNull(rule.adviceEn())))
                .toList());
    }

    static RowVerdict of(Throwable refusal, RowAdvice advice) {
        if (!(refusal instanceof ProblemException problem)) {
            return new RowVerdict(
                    Outages.isOutage(refusal) ? Kind.TRY_AGAIN : Kind.FAIL,
                    List.of(RowFinding.at(
                            "INTERNAL_ERROR", "", "系统内部错误，请联系运维人员。", "Internal error: contact the operator.")));
        }
        if (problem.isOutage()) {
            return new RowVerdict(Kind.TRY_AGAIN, List.of());
        }
        if (PHONE_TAKEN.contains(problem.code())) {
            return new RowVerdict(Kind.AWAIT_PHONE, List.of(advice.of(problem.code(), PHONE, problem.detail())));
        }
        return problem.violations().isEmpty()
                ? new RowVerdict(Kind.FAIL, List.of(advice.of(problem.code(), "", problem.detail())))
                : ofFindings(problem.violations().stream()
                        .map(violation -> advice.of(violation.code(), violation.pointer(), violation.detail()))
                        .toList());
    }

    private static RowVerdict ofFindings(List<RowFinding> findings) {
        if (findings.isEmpty()) {
            return new RowVerdict(Kind.SUBMIT, findings);
        }
        if (findings.stream().allMatch(RowVerdict::isAboutVerification)) {
            return new RowVerdict(
                    Kind.AWAIT_PHONE,
                    findings.stream()
                            .map(finding -> isMissing(finding) ? VERIFY_PHONE : finding)
                            .toList());
        }
        List<RowFinding> toCorrect = findings.stream()
                .filter(finding -> !isMissing(finding) && !finding.code().equals(LETTER_IN_REVIEW.code()))
                .toList();
        return toCorrect.stream().allMatch(RowVerdict::isAboutVerification)
                ? new RowVerdict(Kind.AWAIT_LETTER, List.of(LETTER_IN_REVIEW))
                : new RowVerdict(
                        Kind.FAIL, toCorrect.stream().map(RowVerdict::forSheet).toList());
    }

    /** A form asks for a missing file, but a cell for its name. */
    private static RowFinding forSheet(RowFinding finding) {
        return finding.code().equals(FIELD_REQUIRED)
                        && SheetColumn.at(finding.pointer())
                                .filter(SheetColumn::isOfDocuments)
                                .isPresent()
                ? RowFinding.at(
                        FIELD_REQUIRED,
                        finding.pointer(),
                        "请先上传文件，再在此处填写文件名或文件 ID。",
                        "Upload the file, then enter its file name or its id here.")
                : finding;
    }

    private static boolean isAboutVerification(RowFinding finding) {
        return finding.pointer().equals(PHONE);
    }

    /** Returns whether the row names no phone verification. That is no mistake, because the service looks for one. */
    private static boolean isMissing(RowFinding finding) {
        return isAboutVerification(finding) && finding.code().equals(FIELD_REQUIRED);
    }

    /** Returns the findings that concern the sheet, and neither the phone verification nor the review of the letter. */
    List<RowFinding> aboutCells() {
        return kind == Kind.FAIL
                ? findings.stream()
                        .filter(finding -> !isAboutVerification(finding))
                        .toList()
                : List.of();
    }
}
