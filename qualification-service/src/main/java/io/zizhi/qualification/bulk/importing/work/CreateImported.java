package io.zizhi.qualification.bulk.importing.work;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.bulk.importing.model.ImportRow;
import io.zizhi.qualification.bulk.importing.work.ImportQualification.Imported;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.FirstEnd;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterStatus;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.revision.DrawnWorkOrder;
import io.zizhi.qualification.model.revision.ImportedRevisions;
import io.zizhi.qualification.model.revision.Provenance;
import io.zizhi.qualification.model.revision.RevisionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Creates the qualification of a row. Call it inside a transaction. Locks the account's row first, so that no two rows
 * with the same source are both imported.
 */
@ApplicationScoped
class CreateImported {

    private final AccountIdentityRepository identities;
    private final RevisionRepository revisions;
    private final ImportedRevisions imported;
    private final QualificationRepository qualifications;
    private final LetterRepository letters;
    private final FirstEnd firstEnd;

    CreateImported(
            AccountIdentityRepository identities,
            RevisionRepository revisions,
            ImportedRevisions imported,
            QualificationRepository qualifications,
            LetterRepository letters,
            FirstEnd firstEnd) {
        this.identities = identities;
        this.revisions = revisions;
        this.imported = imported;
        this.qualifications = qualifications;
        this.letters = letters;
        this.firstEnd = firstEnd;
    }

    /** Fails with 409 if the row could be imported at its dry run, but cannot be any more. */
    Uni<Imported> handle(ClaimedImportRow claimed) {
        ImportRow row = claimed.row();
        return requireAccount(row.requireAccount())
                .chain(() -> requireNew(row))
                .chain(() -> requireLetter(row.requireAccount(), claimed.form()))
                .chain(revisions::drawWorkOrder)
                .chain(workOrder -> create(row, claimed.form(), workOrder));
    }

    private Uni<Void> requireAccount(String accountId) {
        return identities
                .verifiedLocked(accountId)
                .invoke(identity -> {
                    if (identity.isEmpty()) {
                        throw Problems.conflict(
                                "ACCOUNT_UNKNOWN", "The account does not exist or has no verified identity any more.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireNew(ImportRow row) {
        Provenance source = row.requireSource();
        return revisions
                .imported(row.requireAccount(), source.sourceSystem(), source.sourceReference())
                .invoke(before -> before.ifPresent(id -> {
                    throw Problems.conflict(
                            "IMPORTED_BEFORE",
                            "This source reference was already imported, as qualification " + id + ".");
                }))
                .replaceWithVoid();
    }

    private Uni<Void> requireLetter(String accountId, QualificationForm form) {
        return Optional.ofNullable(form.letterId())
                .map(id -> letters.lockIfThere(accountId, id)
                        .invoke(CreateImported::requireApproved)
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static void requireApproved(Optional<AuthorizationLetter> letter) {
        if (letter.filter(found -> found.status() == LetterStatus.APPROVED).isEmpty()) {
            throw Problems.conflict("LETTER_NOT_APPROVED", "The account has no approved letter with this number.");
        }
    }

    private Uni<Imported> create(ImportRow row, QualificationForm form, DrawnWorkOrder workOrder) {
        String accountId = row.requireAccount();
        long id = row.qualificationId().orElseThrow();
        Provenance source = row.requireSource();
        return firstEnd.of(accountId, form)
                .chain(end -> imported.create(accountId, id, form, source, workOrder)
                        .chain(revision -> {
                            Qualification qualification = Qualification.imported(
                                    id, accountId, form, earlier(end, source), revision.id(), workOrder.at());
                            return qualifications
                                    .persist(qualification)
                                    .chain(qualifications::flushNamed)
                                    .replaceWith(new Imported(qualification, revision));
                        }));
    }

    /** Returns the earlier of the evidence's and the approval's last days. */
    private static Optional<LocalDate> earlier(Optional<LocalDate> evidence, Provenance source) {
        return Stream.concat(evidence.stream(), Stream.ofNullable(source.validUntil()))
                .min(Comparator.naturalOrder());
    }
}
