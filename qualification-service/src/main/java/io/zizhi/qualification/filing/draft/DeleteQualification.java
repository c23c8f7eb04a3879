package io.zizhi.qualification.filing.draft;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationDeleted;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.signature.SignatureRepository;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.FilingRecord;
import io.zizhi.qualification.outcome.expiry.ExpiryWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Deletes a qualification and frees its name. It must not be in review or have bound signatures.
 *
 * @see QualificationDeleted
 */
@ApplicationScoped
public class DeleteQualification {

    private final DossierRepository dossiers;
    private final ExpiryWatch expiry;
    private final SignatureRepository signatures;
    private final Outbox outbox;
    private final FilingRecord record;
    private final Clock clock;

    DeleteQualification(
            DossierRepository dossiers,
            SignatureRepository signatures,
            ExpiryWatch expiry,
            Outbox outbox,
            FilingRecord record,
            Clock clock) {
        this.dossiers = dossiers;
        this.signatures = signatures;
        this.expiry = expiry;
        this.outbox = outbox;
        this.record = record;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<Void> handle(Caller caller, long id, long version) {
        Instant now = clock.instant();
        return dossiers.lock(caller.requireAccount(), id)
                .invoke(dossier ->
                        dossier.qualification().requireVersion(version).delete(now))
                .call(() -> signatures.requireNoneOfQualification(id))
                .call(dossier -> outbox.append(
                        new QualificationDeleted(id, dossier.qualification().accountId(), now)))
                .call(dossier -> expiry.stop(dossier.qualification()))
                .chain(dossier ->
                        record.record(caller, Act.DELETED, dossier.qualification(), dossier.shown(), now, Map.of()));
    }
}
