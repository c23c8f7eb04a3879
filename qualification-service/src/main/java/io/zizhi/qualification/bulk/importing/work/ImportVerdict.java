package io.zizhi.qualification.bulk.importing.work;

import io.zizhi.qualification.bulk.importing.model.ImportFinding;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.reading.ImportLine;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.check.SharedCodes;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result of a dry run.
 *
 * @param findings errors, then warnings; at most {@link ImportLine#MOST_FINDINGS}
 */
record ImportVerdict(List<ImportFinding> findings) {

    /** Nobody gives a consent or verifies a phone for an import. */
    private static final List<String> NOT_IMPORTED = List.of("/consent", "/administrator/phoneVerificationId");

    ImportVerdict {
        findings = findings.stream().limit(ImportLine.MOST_FINDINGS).toList();
    }

    /** Combines what prevents the import with the pre-check's findings, which are warnings whatever their status is. */
    static ImportVerdict of(List<ImportFinding> errors, Evaluation evaluation) {
        Stream<ImportFinding> warnings = evaluation.outcomes().stream()
                .filter(outcome -> outcome.status() != OutcomeStatus.PASSED)
                .filter(outcome -> !isMissingDocument(outcome))
                .filter(outcome -> NOT_IMPORTED.stream().noneMatch(outcome.pointer()::startsWith))
                .map(ImportVerdict::warning)
                .filter(warning -> errors.stream().noneMatch(error -> includes(error, warning)));
        return new ImportVerdict(Stream.concat(errors.stream(), warnings).toList());
    }

    private static boolean includes(ImportFinding error, ImportFinding warning) {
        return warning.isSame(error)
                || (error.code().equals(ImportErrors.ACCOUNT_UNKNOWN)
                        && warning.code().equals(SharedCodes.ACCOUNT_NOT_VERIFIED.code()));
    }

    /** An import needs no documents. */
    private static boolean isMissingDocument(Outcome outcome) {
        return outcome.rule().code().equals(SharedCodes.FIELD_REQUIRED.code())
                && SheetColumn.at(outcome.pointer())
                        .filter(SheetColumn::isOfDocuments)
                        .isPresent();
    }

    boolean isImportable() {
        return findings.stream().noneMatch(finding -> finding.level() == ImportFinding.Level.ERROR);
    }

    private static ImportFinding warning(Outcome outcome) {
        return ImportFinding.warning(RowFinding.at(
                outcome.rule().code(),
                outcome.pointer(),
                outcome.rule().adviceZh(),
                outcome.rule().adviceEn()));
    }
}
