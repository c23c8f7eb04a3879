package io.zizhi.qualification.model.carrierfiling;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.signature.Signature;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests the filing of bound signatures with every carrier of the policy. Must be called inside the transaction that
 * binds or moves them, brings a revision into force or reinstates the qualification. Filings take one statement. A
 * signature whose letter in use is not valid today is not filed.
 *
 * @see io.zizhi.contracts.CarrierFilingRequested
 */
@ApplicationScoped
public class RequestCarrierFilings {

    private final CarrierFilingRepository filings;
    private final RevisionRepository revisions;
    private final CarrierFilingTimers timers;
    private final CarrierFilingTimeline timeline;
    private final Outbox outbox;
    private final CarrierFilingConfig policy;
    private final Clock clock;

    RequestCarrierFilings(
            CarrierFilingRepository filings,
            RevisionRepository revisions,
            CarrierFilingTimers timers,
            CarrierFilingTimeline timeline,
            Outbox outbox,
            CarrierFilingConfig policy,
            Clock clock) {
        this.filings = filings;
        this.revisions = revisions;
        this.timers = timers;
        this.timeline = timeline;
        this.outbox = outbox;
        this.policy = policy;
        this.clock = clock;
    }

    /** Requests filings with the revision in force. */
    public Uni<Void> handle(Qualification qualification, List<Signature> signatures) {
        return request(qualification, signatures, policy.carriers().orElse(List.of()), false, null, Actor.CLOCK)
                .replaceWithVoid();
    }

    /** Like {@link #handle}, but leaves out carriers with which a signature is filed already. */
    Uni<Void> missing(Qualification qualification, List<Signature> signatures) {
        return request(qualification, signatures, policy.carriers().orElse(List.of()), true, null, Actor.CLOCK)
                .replaceWithVoid();
    }

    /**
     * Files a rejected filing again with the revision in force. Fails with 409 if the policy no longer contains the
     * carrier, or the letter in use is not valid today.
     */
    Uni<CarrierFiling> again(Qualification qualification, Signature signature, CarrierFiling rejected, Actor actor) {
        if (!policy.carriers().orElse(List.of()).contains(rejected.carrier())) {
            throw notAllowed("Signatures are no longer filed with this carrier.");
        }
        return request(qualification, List.of(signature), List.of(rejected.carrier()), false, rejected, actor)
                .map(requested -> requested.stream()
                        .findFirst()
                        .orElseThrow(
                                () -> notAllowed("The letter of the signature is not valid today; renew the letter.")));
    }

    /** Creates the 409 for a filing that must not be filed again now. */
    static RuntimeException notAllowed(String detail) {
        return Problems.conflict("REFILING_NOT_POSSIBLE", detail);
    }

    private Uni<List<CarrierFiling>> request(
            Qualification qualification,
            List<Signature> signatures,
            List<String> carriers,
            boolean onlyMissing,
            @Nullable CarrierFiling rejected,
            Actor actor) {
        if (carriers.isEmpty() || signatures.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return revisions
                .findById(qualification.inForceRevision().orElseThrow())
                .chain(inForce -> filings.request(
                        qualification,
                        inForce,
                        signatures,
                        carriers,
                        onlyMissing,
                        LocalDate.now(clock.withZone(Period.ZONE)),
                        policy.fileWithin(),
                        rejected))
                .call(requested -> requested.isEmpty() ? Uni.createFrom().voidItem() : publish(requested, actor));
    }

    private Uni<Void> publish(List<CarrierFiling> requested, Actor actor) {
        return timers.watchFiling(requested)
                .chain(() -> outbox.appendAll(
                        requested.stream().map(CarrierFilingEvents::requested).toList()))
                .chain(() -> timeline.record(
                        actor,
                        Act.CARRIER_FILING_REQUESTED,
                        requested,
                        requested.getFirst().requestedAt()));
    }
}
