package io.zizhi.qualification.outcome.restriction;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import io.zizhi.qualification.model.carrierfiling.CancelCarrierFilings;
import io.zizhi.qualification.model.carrierfiling.FileAgain;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.signature.SignatureRepository;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.RecordedAct;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import io.zizhi.qualification.outcome.restriction.reason.RestrictionAct;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequest;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequestRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Confirms another supervisor's request: suspends, reinstates or revokes the qualification and publishes it. Repeating
 * a confirmation has no effect. A revocation cancels the carrier filings. A reinstatement requests those that an
 * amendment left out during the suspension.
 *
 * @see io.zizhi.contracts.QualificationSuspended
 * @see io.zizhi.contracts.QualificationReinstated
 * @see io.zizhi.contracts.QualificationRevoked
 */
@ApplicationScoped
public class ConfirmRestriction {

    private final LockRestriction lock;
    private final RestrictionRequestRepository requests;
    private final RevisionRepository revisions;
    private final SignatureRepository signatures;
    private final CancelCarrierFilings cancelFilings;
    private final FileAgain fileAgain;
    private final Outbox outbox;
    private final TimelineRepository timeline;
    private final RestrictionAudit audit;
    private final Clock clock;

    ConfirmRestriction(
            LockRestriction lock,
            RestrictionRequestRepository requests,
            RevisionRepository revisions,
            SignatureRepository signatures,
            CancelCarrierFilings cancelFilings,
            FileAgain fileAgain,
            Outbox outbox,
            TimelineRepository timeline,
            RestrictionAudit audit,
            Clock clock) {
        this.lock = lock;
        this.requests = requests;
        this.revisions = revisions;
        this.signatures = signatures;
        this.cancelFilings = cancelFilings;
        this.fileAgain = fileAgain;
        this.outbox = outbox;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<RestrictionRequestView> handle(Caller supervisor, long requestId) {
        return lock.of(supervisor, requestId)
                .chain(locked -> locked.request().wasClosed(TwoPersonState.CARRIED_OUT, supervisor.subject())
                        ? Uni.createFrom().item(locked.request())
                        : requests.confirm(
                                requestId,
                                supervisor.subject(),
                                request -> carryOut(supervisor, request, locked.qualification())))
                .map(RestrictionRequestView::from);
    }

    private Uni<Void> carryOut(Caller supervisor, RestrictionRequest request, Qualification qualification) {
        request.requireUnchanged(qualification);
        Instant now = clock.instant();
        qualification.restrict(request.act().target(), now);
        return revisions
                .findById(request.inForceRevision())
                .call(inForce -> signatures
                        .countBound(qualification.id())
                        .chain(bound ->
                                outbox.append(RestrictionEvents.of(request, qualification, inForce, bound, now))))
                .call(() -> follow(request.act(), qualification, now))
                .call(inForce -> timeline.append(entry(supervisor, request, inForce, now)))
                .chain(() -> audit.confirmed(supervisor, request));
    }

    private Uni<Void> follow(RestrictionAct act, Qualification qualification, Instant now) {
        return switch (act) {
            case SUSPEND -> Uni.createFrom().voidItem();
            case REINSTATE -> fileAgain.reinstated(qualification);
            case REVOKE -> cancelFilings.ofQualifications(List.of(qualification.id()), CarrierFilingCause.REVOKED, now);
        };
    }

    private static TimelineEntry entry(Caller supervisor, RestrictionRequest request, Revision inForce, Instant now) {
        return new TimelineEntry(
                Actor.supervisor(supervisor.subject()),
                request.act().act(),
                inForce,
                now,
                Map.of(
                        "reason",
                        request.reason().name(),
                        RecordedAct.REQUESTED_BY,
                        request.requestedBy(),
                        RecordedAct.CONFIRMED_BY,
                        supervisor.subject()));
    }
}
