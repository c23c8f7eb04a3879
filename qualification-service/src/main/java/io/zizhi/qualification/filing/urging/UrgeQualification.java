package io.zizhi.qualification.filing.urging;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationUrged;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.QualificationView;
import io.zizhi.qualification.model.qualification.UrgeConfig;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.FilingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Asks the review desk to hurry with a submission. The desk sees the request and may take such cases first; the due
 * time does not change.
 *
 * @see QualificationUrged
 */
@ApplicationScoped
public class UrgeQualification {

    private final DossierRepository dossiers;
    private final Outbox outbox;
    private final FilingRecord record;
    private final DatabaseTime time;
    private final Duration patience;

    UrgeQualification(
            DossierRepository dossiers, Outbox outbox, FilingRecord record, DatabaseTime time, UrgeConfig config) {
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.record = record;
        this.time = time;
        this.patience = config.after();
    }

    @WithTransaction
    public Uni<QualificationView> handle(Caller caller, long id) {
        return dossiers.lock(caller.requireAccount(), id)
                .call(dossier -> time.now().chain(now -> urge(caller, dossier, now)))
                .map(QualificationView::from);
    }

    private Uni<Void> urge(Caller caller, Dossier dossier, Instant now) {
        inReview(dossier).urge(now, patience);
        return outbox.append(event(dossier, now))
                .chain(() ->
                        record.record(caller, Act.URGED, dossier.qualification(), inReview(dossier), now, Map.of()));
    }

    private static Revision inReview(Dossier dossier) {
        return dossier.current()
                .filter(revision -> dossier.qualification().awaitsDecisionOn(revision.id()))
                .orElseThrow(
                        () -> Problems.conflict("ILLEGAL_TRANSITION", "Only a qualification in review can be urged."));
    }

    private static QualificationUrged event(Dossier dossier, Instant now) {
        return new QualificationUrged(
                dossier.qualification().id(),
                inReview(dossier).workOrder().orElseThrow(),
                dossier.qualification().accountId(),
                now);
    }
}
