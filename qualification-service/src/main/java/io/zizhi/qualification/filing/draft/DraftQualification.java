package io.zizhi.qualification.filing.draft;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.letter.FirstEnd;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.qualification.QualificationView;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.WorkingCopies;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.FilingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Creates a draft, which may be incomplete. */
@ApplicationScoped
public class DraftQualification {

    private final DraftQuota quota;
    private final QualificationRepository qualifications;
    private final WorkingCopies workingCopies;
    private final DossierRepository dossiers;
    private final FirstEnd firstEnd;
    private final FilingRecord record;
    private final Clock clock;

    DraftQualification(
            DraftQuota quota,
            QualificationRepository qualifications,
            WorkingCopies workingCopies,
            DossierRepository dossiers,
            FirstEnd firstEnd,
            FilingRecord record,
            Clock clock) {
        this.quota = quota;
        this.qualifications = qualifications;
        this.workingCopies = workingCopies;
        this.dossiers = dossiers;
        this.firstEnd = firstEnd;
        this.record = record;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<QualificationView> handle(Caller caller, QualificationForm form) {
        String accountId = caller.requireAccount();
        return quota.require(accountId)
                .chain(qualifications::nextId)
                .call(id -> workingCopies
                        .open(accountId, id, form)
                        .chain(revision -> draft(caller, accountId, id, form, revision)))
                .chain(id -> dossiers.find(accountId, id))
                .map(QualificationView::from);
    }

    private Uni<Void> draft(Caller caller, String accountId, long id, QualificationForm form, Revision revision) {
        Instant now = clock.instant();
        return firstEnd.of(accountId, form)
                .map(end -> Qualification.draft(id, accountId, form, end, revision.id(), now))
                .call(qualifications::persist)
                .call(qualifications::flushNamed)
                .chain(draft -> record.record(caller, Act.DRAFTED, draft, revision, now, Map.of()));
    }
}
