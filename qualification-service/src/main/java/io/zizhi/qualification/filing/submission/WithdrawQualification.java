package io.zizhi.qualification.filing.submission;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.Qualification;
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
 * Withdraws a qualification from review, together with a letter submitted with it. A working copy of the withdrawn form
 * is opened, so that it can be submitted again as it is.
 *
 * @see QualificationWithdrawn
 */
@ApplicationScoped
public class WithdrawQualification {

    private final DossierRepository dossiers;
    private final WorkingCopies workingCopies;
    private final LetterAlong letterAlong;
    private final Outbox outbox;
    private final FilingRecord record;
    private final Clock clock;

    WithdrawQualification(
            DossierRepository dossiers,
            WorkingCopies workingCopies,
            LetterAlong letterAlong,
            Outbox outbox,
            FilingRecord record,
            Clock clock) {
        this.dossiers = dossiers;
        this.workingCopies = workingCopies;
        this.letterAlong = letterAlong;
        this.outbox = outbox;
        this.record = record;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<QualificationView> handle(Caller caller, long id, long version) {
        Instant now = clock.instant();
        return dossiers.lock(caller.requireAccount(), id)
                .invoke(dossier ->
                        dossier.qualification().requireVersion(version).requireWithdrawable())
                .call(dossier -> withdraw(caller, dossier, dossier.shown(), now))
                .chain(dossier -> dossiers.find(dossier.qualification().accountId(), id))
                .map(QualificationView::from);
    }

    private Uni<Void> withdraw(Caller caller, Dossier dossier, Revision withdrawn, Instant now) {
        Qualification qualification = dossier.qualification();
        long workOrder = withdrawn.workOrder().orElseThrow();
        return workingCopies
                .open(qualification.accountId(), qualification.id(), dossier.form())
                .invoke(workingCopy -> qualification.withdraw(workingCopy.id(), now))
                .chain(() -> outbox.append(
                        new QualificationWithdrawn(qualification.id(), workOrder, qualification.accountId(), now)))
                .chain(() -> record.record(caller, Act.WITHDRAWN, qualification, withdrawn, now, Map.of()))
                .chain(() -> letterAlong.withdraw(caller, workOrder, now));
    }
}
