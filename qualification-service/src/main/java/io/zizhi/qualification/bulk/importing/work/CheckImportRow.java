package io.zizhi.qualification.bulk.importing.work;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.bulk.importing.model.ImportFinding;
import io.zizhi.qualification.filing.evaluation.FactGathering;
import io.zizhi.qualification.precheck.Precheck;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Performs the dry run of a row: the pre-check of its form, and what prevents its import. The company register is not
 * asked, because the other system has checked the company, and each question may cost money.
 */
@ApplicationScoped
class CheckImportRow {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final PrepareDryRun prepare;
    private final FactGathering facts;
    private final Precheck precheck;

    CheckImportRow(PrepareDryRun prepare, FactGathering facts, Precheck precheck) {
        this.prepare = prepare;
        this.facts = facts;
        this.precheck = precheck;
    }

    /** Fails as an outage if document-service does not answer: the dry run is to be repeated. */
    Uni<ImportVerdict> handle(ClaimedImportRow claimed) {
        return prepare.handle(claimed)
                .chain(dryRun -> facts.gatherForImport(dryRun.facts())
                        .invoke(CheckImportRow::requireDocuments)
                        .map(found -> judge(claimed, dryRun, found)));
    }

    private ImportVerdict judge(ClaimedImportRow claimed, DryRun dryRun, Facts found) {
        List<ImportFinding> errors =
                ImportErrors.of(claimed.form(), claimed.row().requireSource(), found, dryRun.importedAs());
        return ImportVerdict.of(errors, precheck.evaluate(claimed.form(), found));
    }

    private static void requireDocuments(Facts found) {
        if (found.documents().isEmpty()) {
            throw Problems.unavailable(
                    "DOCUMENT_SERVICE_UNAVAILABLE", "document-service does not answer.", RETRY_AFTER);
        }
    }
}
