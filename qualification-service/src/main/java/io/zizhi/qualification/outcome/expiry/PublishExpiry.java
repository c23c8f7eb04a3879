package io.zizhi.qualification.outcome.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.contracts.QualificationExpired;
import io.zizhi.contracts.QualificationExpiring;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.timers.OwnerRows;
import io.zizhi.qualification.model.carrierfiling.CancelCarrierFilings;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes that evidence of qualifications expires soon or has expired. Uses one statement per kind of row for any
 * number of qualifications. Skips stages already published and days on which no evidence ends any more.
 * Expiry cancels carrier filings each time, because an amendment with the same expired evidence may have been filed.
 *
 * @see QualificationExpiring
 * @see QualificationExpired
 */
@ApplicationScoped
class PublishExpiry extends ExpiryTimers {

    private static final OwnerRows<Qualification> QUALIFICATIONS =
            new OwnerRows<>(Qualification.class, "qualification", "id", Qualification::id);

    private final RevisionRepository revisions;
    private final ExpiryRepository expiries;
    private final CancelCarrierFilings cancelFilings;
    private final Outbox outbox;
    private final TimelineRepository timeline;

    PublishExpiry(
            RevisionRepository revisions,
            ExpiryRepository expiries,
            CancelCarrierFilings cancelFilings,
            Outbox outbox,
            TimelineRepository timeline) {
        this.revisions = revisions;
        this.expiries = expiries;
        this.cancelFilings = cancelFilings;
        this.outbox = outbox;
        this.timeline = timeline;
    }

    @Override
    public String ownerType() {
        return ExpiryWatch.QUALIFICATION;
    }

    @Override
    public Uni<List<Long>> lock(List<Long> ownerIds) {
        return QUALIFICATIONS.lockFree(ownerIds);
    }

    @Override
    Uni<Void> publish(List<Reached> reached, Instant now) {
        return QUALIFICATIONS
                .locked(reached.stream().map(Reached::ownerId).toList())
                .chain(qualifications ->
                        inForce(qualifications).map(inForce -> ending(reached, qualifications, inForce)))
                .chain(endings -> notPublishedBefore(endings)
                        .chain(first -> append(first, now))
                        .chain(() -> cancelFilings.ofQualifications(over(endings), CarrierFilingCause.EXPIRED, now)));
    }

    private Uni<Map<Long, Revision>> inForce(Map<Long, Qualification> qualifications) {
        return revisions.byId(qualifications.values().stream()
                .map(Qualification::inForceRevision)
                .flatMap(Optional::stream)
                .toList());
    }

    private static List<Ending> ending(
            List<Reached> reached, Map<Long, Qualification> qualifications, Map<Long, Revision> inForce) {
        return reached.stream()
                .map(each -> Optional.ofNullable(qualifications.get(each.ownerId()))
                        .flatMap(qualification -> qualification
                                .inForceRevision()
                                .map(inForce::get)
                                .flatMap(revision -> Ending.of(qualification, revision, each.point()))))
                .flatMap(Optional::stream)
                .toList();
    }

    private Uni<List<Ending>> notPublishedBefore(List<Ending> endings) {
        return expiries.recordPublished(endings.stream().map(Ending::reached).toList())
                .map(first -> endings.stream()
                        .filter(ending -> first.contains(ending.reached()))
                        .toList());
    }

    private Uni<Void> append(List<Ending> endings, Instant now) {
        return outbox.appendAll(
                        endings.stream().map(ending -> ending.event(now)).toList())
                .chain(() -> timeline.appendAll(
                        endings.stream().map(ending -> ending.entry(now)).toList()));
    }

    private static List<Long> over(List<Ending> endings) {
        return endings.stream()
                .filter(ending -> ending.point().isOver())
                .map(ending -> ending.qualification().id())
                .toList();
    }
}
