package io.zizhi.qualification.filing.submission;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.QualificationView;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.FilingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Withdraws a qualification from review, together with a letter submitted with it.
 *
 * @see QualificationWithdrawn
 */
@ApplicationScoped
public class WithdrawQualification {

    private final DossierRepository dossiers;
    private final LetterAlong letterAlong;
    private final Outbox outbox;
    private final FilingRecord record;
    private final Clock clock;

    WithdrawQualification(
            DossierRepository dossiers, LetterAlong letterAlong, Outbox outbox, FilingRecord record, Clock clock) {
        this.dossiers = dossiers;
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
                        dossier.qualification().requireVersion(version).withdraw(now))
                .call(dossier -> outbox.append(event(dossier, now)))
                .call(dossier ->
                        record.record(caller, Act.WITHDRAWN, dossier.qualification(), dossier.shown(), now, Map.of()))
                .call(dossier ->
                        letterAlong.withdraw(caller, dossier.shown().workOrder().orElseThrow(), now))
                .map(QualificationView::from);
    }

    private static QualificationWithdrawn event(Dossier dossier, Instant now) {
        return new QualificationWithdrawn(
                dossier.qualification().id(),
                dossier.shown().workOrder().orElseThrow(),
                dossier.qualification().accountId(),
                now);
    }
}
