package io.zizhi.qualification.filing.draft;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.catalogue.comparison.FormDifference;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.letter.FirstEnd;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import io.zizhi.qualification.model.qualification.QualificationView;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.model.revision.WorkingCopies;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.FilingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Replaces the working copy. The first edit after a submission creates a new working copy. For an approved
 * qualification that is an amendment, and the approved revision stays in force. A form without a change leaves an
 * existing working copy and its version as they are.
 */
@ApplicationScoped
public class EditQualification {

    private final DossierRepository dossiers;
    private final QualificationRepository qualifications;
    private final WorkingCopies workingCopies;
    private final RevisionSeal seal;
    private final FirstEnd firstEnd;
    private final FilingRecord record;
    private final Clock clock;

    EditQualification(
            DossierRepository dossiers,
            QualificationRepository qualifications,
            WorkingCopies workingCopies,
            RevisionSeal seal,
            FirstEnd firstEnd,
            FilingRecord record,
            Clock clock) {
        this.dossiers = dossiers;
        this.qualifications = qualifications;
        this.workingCopies = workingCopies;
        this.seal = seal;
        this.firstEnd = firstEnd;
        this.record = record;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<QualificationView> handle(Caller caller, long id, long version, QualificationForm sent) {
        return change(caller, id, version, sent, this::editIfChanged);
    }

    /** Like {@link #handle}, but raises the version in any case, so that nobody who knows the earlier one can submit. */
    @WithTransaction
    public Uni<QualificationView> takeOver(Caller caller, long id, long version, QualificationForm sent) {
        return change(caller, id, version, sent, this::edit);
    }

    private Uni<QualificationView> change(Caller caller, long id, long version, QualificationForm sent, Change change) {
        return dossiers.lock(caller.requireAccount(), id)
                .invoke(dossier ->
                        dossier.qualification().requireVersion(version).requireEditable())
                .call(dossier -> change.apply(caller, dossier, sent.keepingMasked(dossier.form())))
                .chain(dossier -> dossiers.find(dossier.qualification().accountId(), id))
                .map(QualificationView::from);
    }

    private interface Change {
        Uni<Void> apply(Caller caller, Dossier dossier, QualificationForm form);
    }

    /** Leaves a working copy with the same values as it is: version and timeline change only together. */
    private Uni<Void> editIfChanged(Caller caller, Dossier dossier, QualificationForm form) {
        boolean hasWorkingCopy = dossier.shown().workOrder().isEmpty();
        return hasWorkingCopy && FormDifference.pointers(dossier.form(), form).isEmpty()
                ? Uni.createFrom().voidItem()
                : edit(caller, dossier, form);
    }

    private Uni<Void> edit(Caller caller, Dossier dossier, QualificationForm form) {
        Instant now = clock.instant();
        Qualification qualification = dossier.qualification();
        Act act = actOn(qualification);
        return workingCopyOf(dossier, form)
                .call(revision -> firstEnd.of(qualification.accountId(), form)
                        .invoke(end -> qualification.edit(form, end, revision.id(), now)))
                .call(qualifications::flushNamed)
                .chain(revision -> record.record(
                        caller,
                        act,
                        qualification,
                        revision,
                        now,
                        Map.of("fields", FormDifference.pointers(dossier.form(), form))));
    }

    private Uni<Revision> workingCopyOf(Dossier dossier, QualificationForm form) {
        Qualification qualification = dossier.qualification();
        if (dossier.shown().workOrder().isPresent()) {
            return workingCopies.open(qualification.accountId(), qualification.id(), form);
        }
        seal.fill(dossier.shown(), form, dossier.cipher());
        return Uni.createFrom().item(dossier.shown());
    }

    private static Act actOn(Qualification before) {
        boolean opensAmendment = before.status() == QualificationStatus.APPROVED
                && before.workingRevision().isEmpty();
        return opensAmendment ? Act.AMENDMENT_OPENED : Act.EDITED;
    }
}
