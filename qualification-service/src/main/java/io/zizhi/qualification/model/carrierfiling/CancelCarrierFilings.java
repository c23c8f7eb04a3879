package io.zizhi.qualification.model.carrierfiling;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.signature.Signature;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Cancels carrier filings when their signature, qualification or letter no longer supports them. Rejected filings stay
 * as they are. Must be called inside the transaction of the change. Each method takes one statement for any number of
 * filings.
 *
 * @see io.zizhi.contracts.CarrierFilingCancelled
 */
@ApplicationScoped
public class CancelCarrierFilings {

    private final CarrierFilingRepository filings;
    private final CarrierFilingTimers timers;
    private final CarrierFilingTimeline timeline;
    private final Outbox outbox;

    CancelCarrierFilings(
            CarrierFilingRepository filings,
            CarrierFilingTimers timers,
            CarrierFilingTimeline timeline,
            Outbox outbox) {
        this.filings = filings;
        this.timers = timers;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /** Cancels the filings of signatures, which must be locked. */
    public Uni<Void> ofSignatures(Collection<Long> signatures, CarrierFilingCause cause, Instant now) {
        return signatures.isEmpty()
                ? Uni.createFrom().voidItem()
                : filings.cancelOfSignatures(signatures, cause, now).chain(found -> publish(found, now));
    }

    /** Cancels the filings of a signature, which must be locked. Returns false if it has none that has not ended. */
    Uni<Boolean> all(Signature signature, CarrierFilingCause cause, Instant now) {
        return published(filings.cancelOfSignatures(List.of(signature.id()), cause, now), now);
    }

    /**
     * Cancels the filings of a bound signature with another qualification, letter or revision than its own. It must be
     * locked, after its qualification. Returns false if it has none.
     *
     * @param expired whether evidence of the revision in force has expired, so that it is not filed
     */
    Uni<Boolean> outdated(Qualification qualification, Signature signature, boolean expired, Instant now) {
        CarrierFilingCause cause = expired ? CarrierFilingCause.EXPIRED : CarrierFilingCause.SUPERSEDED;
        return published(filings.cancelOfOtherPlaces(signature, now), now)
                .chain(moved -> published(
                                filings.cancelOfOtherRevisions(
                                        signature,
                                        qualification.inForceRevision().orElseThrow(),
                                        cause,
                                        now),
                                now)
                        .map(superseded -> moved || superseded));
    }

    private Uni<Boolean> published(Uni<List<CarrierFiling>> cancelled, Instant now) {
        return cancelled.call(found -> publish(found, now)).map(found -> !found.isEmpty());
    }

    /** Cancels the filings with any revision of qualifications, which must be locked. */
    public Uni<Void> ofQualifications(Collection<Long> qualifications, CarrierFilingCause cause, Instant now) {
        return qualifications.isEmpty()
                ? Uni.createFrom().voidItem()
                : filings.cancelOfQualifications(qualifications, cause, now).chain(found -> publish(found, now));
    }

    /**
     * Cancels the filings of signatures that ended letters, or the letters renewed by them, authorise. Filings with a
     * valid renewal stay. The letters must be locked.
     *
     * @param ended ids of letters, each with the first day in Asia/Shanghai on which it is no longer valid
     */
    public Uni<Void> ofLetters(Map<Long, LocalDate> ended, CarrierFilingCause cause, Instant now) {
        return ended.isEmpty()
                ? Uni.createFrom().voidItem()
                : filings.cancelOfLetters(ended, cause, now).chain(found -> publish(found, now));
    }

    /** Cancels a filing, which must be locked; fails with 409 if it has ended. */
    public Uni<Void> one(CarrierFiling locked, CarrierFilingCause cause, Instant now) {
        locked.cancel(cause, now);
        return publish(List.of(locked), now);
    }

    private Uni<Void> publish(List<CarrierFiling> found, Instant now) {
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(timers::stop)
                .collect()
                .last()
                .chain(() -> outbox.appendAll(
                        found.stream().map(CarrierFilingEvents::cancelled).toList()))
                .chain(() -> timeline.record(Actor.CLOCK, Act.CARRIER_FILING_CANCELLED, found, now));
    }
}
