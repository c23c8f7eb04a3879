package io.zizhi.qualification.bulk.importing.work;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Outages;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.qualification.bulk.importing.model.ImportFinding;
import io.zizhi.qualification.bulk.importing.model.ImportSeal;
import io.zizhi.qualification.bulk.sheet.column.ImportColumn;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.peer.document.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Performs the next step on a claimed row. Errors are recorded in the row and do not stop other rows. */
@ApplicationScoped
class WorkOnImportRow {

    private static final Logger LOG = Logger.getLogger(WorkOnImportRow.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 8;
    private static final int FIRST_REVISION = 1;
    private static final Map<String, String> POINTERS =
            Map.of("NAME_TAKEN", "/name", "LETTER_NOT_APPROVED", "/letterId");
    private static final Map<String, ImportColumn> COLUMNS =
            Map.of("ACCOUNT_UNKNOWN", ImportColumn.ACCOUNT, "IMPORTED_BEFORE", ImportColumn.SOURCE_REFERENCE);

    private final CheckImportRow check;
    private final Documents documents;
    private final ImportQualification importQualification;
    private final MoveImportRow move;
    private final ImportSeal seal;

    WorkOnImportRow(
            CheckImportRow check,
            Documents documents,
            ImportQualification importQualification,
            MoveImportRow move,
            ImportSeal seal) {
        this.check = check;
        this.documents = documents;
        this.importQualification = importQualification;
        this.move = move;
        this.seal = seal;
    }

    Uni<Void> handle(ClaimedImportRow claimed) {
        return step(claimed).onFailure().recoverWithUni(refusal -> judge(claimed, refusal));
    }

    private Uni<Void> step(ClaimedImportRow claimed) {
        return switch (claimed.row().state()) {
            case WAITING -> check.handle(claimed).chain(verdict -> write(claimed, verdict));
            case CONFIRMED -> pin(claimed).chain(() -> importQualification.handle(claimed));
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> write(ClaimedImportRow claimed, ImportVerdict verdict) {
        return move.handle(claimed, (row, now) -> {
            if (verdict.isImportable()) {
                row.checked(seal.sealed(verdict.findings()));
            } else {
                row.refused(seal.sealed(verdict.findings()));
            }
        });
    }

    /** Pins the documents for the qualification's number. The event of the import makes the pins permanent. */
    private Uni<Void> pin(ClaimedImportRow claimed) {
        List<DocumentUse> uses = claimed.form().documents();
        return uses.isEmpty()
                ? Uni.createFrom().voidItem()
                : documents.pin(
                        claimed.row().requireAccount(),
                        claimed.row().qualificationId().orElseThrow(),
                        FIRST_REVISION,
                        uses);
    }

    private Uni<Void> judge(ClaimedImportRow claimed, Throwable refusal) {
        LOG.debugf(
                refusal,
                "A step of row %d of import %d failed",
                claimed.row().number(),
                claimed.row().importId());
        boolean outage = refusal instanceof ProblemException problem ? problem.isOutage() : Outages.isOutage(refusal);
        return move.handle(claimed, (row, now) -> {
            if (outage) {
                row.putOff(now.plus(pauseAfter(row.attempts())));
            } else {
                row.refused(seal.sealed(List.of(ImportFinding.error(findingOf(refusal)))));
            }
        });
    }

    private static RowFinding findingOf(Throwable refusal) {
        if (!(refusal instanceof ProblemException problem)) {
            return RowFinding.of("INTERNAL_ERROR", "", "Internal error: see the log of qualification-service.");
        }
        String code = problem.code();
        RowFinding finding = RowFinding.of(code, POINTERS.getOrDefault(code, ""), problem.detail());
        return Optional.ofNullable(COLUMNS.get(code)).map(finding::about).orElse(finding);
    }

    private static Duration pauseAfter(int attempts) {
        Duration growing = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        return growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE;
    }
}
