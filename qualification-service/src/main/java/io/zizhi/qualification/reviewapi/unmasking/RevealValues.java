package io.zizhi.qualification.reviewapi.unmasking;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.reviewapi.unmasking.ValuesView.ValueView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reveals single fields of a submission to a reviewer and records them in the audit log in the same transaction. */
@ApplicationScoped
public class RevealValues {

    private final RevisionRepository revisions;
    private final LetterSubmissionRepository letters;
    private final QualificationRepository qualifications;
    private final RevisionSeal revisionSeal;
    private final LetterSeal letterSeal;
    private final AccountCiphers ciphers;
    private final UnmaskingAllowance allowance;
    private final AuditLog audit;

    RevealValues(
            RevisionRepository revisions,
            LetterSubmissionRepository letters,
            QualificationRepository qualifications,
            RevisionSeal revisionSeal,
            LetterSeal letterSeal,
            AccountCiphers ciphers,
            UnmaskingAllowance allowance,
            AuditLog audit) {
        this.revisions = revisions;
        this.letters = letters;
        this.qualifications = qualifications;
        this.revisionSeal = revisionSeal;
        this.letterSeal = letterSeal;
        this.ciphers = ciphers;
        this.allowance = allowance;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<ValuesView> handle(long workOrder, ValuesRequest wanted, Caller service) {
        List<String> pointers = wanted.pointers();
        return allowance
                .take(wanted.reviewerId(), pointers.size())
                .chain(() -> revisions.submitted(workOrder))
                .chain(revision -> letters.submitted(workOrder)
                        .chain(letter -> account(revision, letter)
                                .call(accountId -> recordView(service, accountId, workOrder, wanted))
                                .chain(ciphers::forAccount)
                                .map(cipher -> view(
                                        workOrder,
                                        pointers,
                                        revision.map(found -> revisionSeal.open(found, cipher))
                                                .orElse(null),
                                        letter.map(found -> letterSeal.open(found, cipher))
                                                .orElse(null)))));
    }

    private Uni<String> account(Optional<Revision> revision, Optional<LetterSubmission> letter) {
        if (revision.isPresent()) {
            return qualifications
                    .findAny(revision.get().qualificationId())
                    .map(qualification -> qualification.accountId());
        }
        return Uni.createFrom()
                .item(() -> letter.map(LetterSubmission::accountId)
                        .orElseThrow(() -> Problems.notFound("WORK_ORDER_NOT_FOUND", "There is no such work order.")));
    }

    private Uni<Void> recordView(Caller service, String accountId, long workOrder, ValuesRequest wanted) {
        return audit.append(new AuditEntry(
                service.subject(),
                Roles.SERVICE,
                accountId,
                "submission.unmasked",
                "submission",
                Long.toString(workOrder),
                "for " + wanted.reviewerId(),
                wanted.pointers()));
    }

    private static ValuesView view(
            long workOrder, List<String> pointers, @Nullable QualificationForm form, @Nullable LetterForm letter) {
        return new ValuesView(
                workOrder,
                pointers.stream()
                        .map(MaskedField::at)
                        .map(field -> new ValueView(
                                field.pointer(), field.value(form, letter).orElse(null)))
                        .toList());
    }
}
