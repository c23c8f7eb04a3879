package io.zizhi.qualification.filing.draft;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.letter.FirstEnd;
import io.zizhi.qualification.model.qualification.Dossier;
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

/**
 * Creates a draft from an approved qualification (快速复用): the selected parts of the revision in force, with a new name
 * and the same purpose. It refers to the same documents. Consent and phone verification must be given again.
 */
@ApplicationScoped
public class ReuseQualification {

    private final DraftQuota quota;
    private final DossierRepository dossiers;
    private final QualificationRepository qualifications;
    private final WorkingCopies workingCopies;
    private final FirstEnd firstEnd;
    private final FilingRecord record;
    private final Clock clock;

    ReuseQualification(
            DraftQuota quota,
            DossierRepository dossiers,
            QualificationRepository qualifications,
            WorkingCopies workingCopies,
            FirstEnd firstEnd,
            FilingRecord record,
            Clock clock) {
        this.quota = quota;
        this.dossiers = dossiers;
        this.qualifications = qualifications;
        this.workingCopies = workingCopies;
        this.firstEnd = firstEnd;
        this.record = record;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<QualificationView> handle(Caller caller, long id, CopyRequest request) {
        String accountId = caller.requireAccount();
        return quota.require(accountId)
                .chain(() -> dossiers.find(accountId, id))
                .chain(source -> qualifications
                        .nextId()
                        .call(copy -> copy(caller, source, copy, request.copyOf(approvedForm(source)))))
                .chain(copy -> dossiers.find(accountId, copy))
                .map(QualificationView::from);
    }

    private static QualificationForm approvedForm(Dossier source) {
        if (source.inForce().isEmpty()) {
            throw Problems.conflict("NOT_IN_FORCE", "Only a qualification with an approved revision can be reused.");
        }
        return source.inForceForm().orElse(source.form());
    }

    private Uni<Void> copy(Caller caller, Dossier source, long copy, QualificationForm form) {
        Instant now = clock.instant();
        String accountId = source.qualification().accountId();
        return workingCopies
                .open(accountId, copy, form)
                .chain(revision -> firstEnd.of(accountId, form)
                        .map(end -> Qualification.draft(copy, accountId, form, end, revision.id(), now)
                                .copyOf(source.inForce().orElseThrow().id()))
                        .chain(draft -> draft(caller, source, draft, revision, now)));
    }

    private Uni<Void> draft(Caller caller, Dossier source, Qualification draft, Revision revision, Instant now) {
        Qualification original = source.qualification();
        return qualifications
                .persist(draft)
                .chain(qualifications::flushNamed)
                .chain(() -> record.record(caller, Act.DRAFTED, draft, revision, now, Map.of("copyOf", original.id())))
                .chain(() -> record.record(
                        caller, Act.REUSED, original, source.inForce().orElseThrow(), now, Map.of("copy", draft.id())));
    }
}
