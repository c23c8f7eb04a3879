package io.zizhi.qualification.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Evidence;
import io.zizhi.contracts.QualificationEvent;
import io.zizhi.contracts.QualificationExpired;
import io.zizhi.contracts.QualificationExpiring;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.qualification.dossier.Qualification;
import io.zizhi.qualification.dossier.QualificationRepository;
import io.zizhi.qualification.revision.EvidenceEnd;
import io.zizhi.qualification.revision.Revision;
import io.zizhi.qualification.revision.RevisionRepository;
import io.zizhi.qualification.timeline.Act;
import io.zizhi.qualification.timeline.TimelineEntry;
import io.zizhi.qualification.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells, in the transaction of the timer, that evidence ends or has ended. Nothing is told where meanwhile nothing ends on
 * that day any more, or where it was told before.
 *
 * @see QualificationExpiring
 * @see QualificationExpired
 */
@ApplicationScoped
class TellExpiry {

    private final QualificationRepository qualifications;
    private final RevisionRepository revisions;
    private final ExpiryRepository expiries;
    private final Outbox outbox;
    private final TimelineRepository timeline;

    @Inject
    TellExpiry(
            QualificationRepository qualifications,
            RevisionRepository revisions,
            ExpiryRepository expiries,
            Outbox outbox,
            TimelineRepository timeline) {
        this.qualifications = qualifications;
        this.revisions = revisions;
        this.expiries = expiries;
        this.outbox = outbox;
        this.timeline = timeline;
    }

    Uni<Void> handle(long qualificationId, ExpiryPoint point, Instant now) {
        if (point.isReminderAfterTheEnd(now)) {
            return Uni.createFrom().voidItem();
        }
        return qualifications
                .lockAny(qualificationId)
                .chain(qualification -> revisions
                        .findById(qualification.inForceRevision().orElseThrow())
                        .chain(inForce -> tellOnce(qualification, inForce, point, now)));
    }

    private static List<Evidence> endingOn(List<EvidenceEnd> ends, LocalDate day) {
        return ends.stream()
                .filter(end -> end.endsOn().equals(day))
                .map(EvidenceEnd::evidence)
                .distinct()
                .sorted()
                .toList();
    }

    private Uni<Void> tellOnce(Qualification qualification, Revision inForce, ExpiryPoint point, Instant now) {
        List<Evidence> ending = endingOn(inForce.evidenceEnds(), point.endsOn());
        if (ending.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return expiries.noteTold(qualification.id(), point)
                .chain(first -> first
                        ? tell(event(qualification, inForce, point, ending, now), inForce, now)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(QualificationEvent event, Revision inForce, Instant now) {
        return outbox.append(event).chain(() -> timeline.append(entry(event, inForce, now)));
    }

    private static QualificationEvent event(
            Qualification qualification, Revision inForce, ExpiryPoint point, List<Evidence> ending, Instant now) {
        long workOrder = inForce.workOrder().orElseThrow();
        String contactId = inForce.contactId().orElseThrow();
        LocalDate endsOn = point.endsOn();
        if (point.stage() == ExpiryStage.EXPIRED) {
            return new QualificationExpired(
                    qualification.id(),
                    workOrder,
                    qualification.accountId(),
                    qualification.name(),
                    contactId,
                    ending,
                    endsOn,
                    ExpiryStage.EXPIRED.at(endsOn));
        }
        return new QualificationExpiring(
                qualification.id(),
                workOrder,
                qualification.accountId(),
                qualification.name(),
                contactId,
                ending,
                point.daysLeft(now),
                endsOn);
    }

    private static TimelineEntry entry(QualificationEvent event, Revision inForce, Instant now) {
        Map<String, Object> details = new HashMap<>();
        if (event instanceof QualificationExpiring expiring) {
            details.put("evidence", namesOf(expiring.evidence()));
            details.put("endsOn", expiring.endsOn().toString());
            details.put("daysLeft", expiring.daysLeft());
            return TimelineEntry.byClock(Act.EXPIRING, inForce, now, details);
        }
        QualificationExpired expired = (QualificationExpired) event;
        details.put("evidence", namesOf(expired.evidence()));
        details.put("endsOn", expired.endsOn().toString());
        return TimelineEntry.byClock(Act.EXPIRED, inForce, now, details);
    }

    private static List<String> namesOf(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::name).toList();
    }
}
