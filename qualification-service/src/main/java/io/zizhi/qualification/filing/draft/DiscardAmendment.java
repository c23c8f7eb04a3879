package io.zizhi.qualification.filing.draft;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationView;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.FilingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Discards an amendment, so that only the approved revision in force remains. The working copy is deleted with its
 * personal data. Submitted revisions stay in the history.
 */
@ApplicationScoped
public class DiscardAmendment {

    private final DossierRepository dossiers;
    private final RevisionRepository revisions;
    private final FilingRecord record;
    private final Clock clock;

    DiscardAmendment(DossierRepository dossiers, RevisionRepository revisions, FilingRecord record, Clock clock) {
        this.dossiers = dossiers;
        this.revisions = revisions;
        this.record = record;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<QualificationView> handle(Caller caller, long id, long version) {
        return dossiers.lock(caller.requireAccount(), id)
                .invoke(dossier -> dossier.qualification().requireVersion(version))
                .call(dossier -> discard(caller, dossier, dossier.shown()))
                .chain(dossier -> dossiers.find(dossier.qualification().accountId(), id))
                .map(QualificationView::from);
    }

    private Uni<Void> discard(Caller caller, Dossier dossier, Revision discarded) {
        Instant now = clock.instant();
        Qualification qualification = dossier.qualification();
        String from = qualification.status().name();
        qualification.discardAmendment(dossier.inForceForm().orElse(dossier.form()), now);
        return deleteWorkingCopy(discarded)
                .chain(() -> record.record(
                        caller, Act.AMENDMENT_DISCARDED, qualification, discarded, now, Map.of("status", from)));
    }

    private Uni<Void> deleteWorkingCopy(Revision discarded) {
        return discarded.workOrder().isPresent() ? Uni.createFrom().voidItem() : revisions.delete(discarded);
    }
}
