package io.zizhi.qualification.outcome.expiry;

import io.zizhi.contracts.Evidence;
import io.zizhi.contracts.QualificationEvent;
import io.zizhi.contracts.QualificationExpired;
import io.zizhi.contracts.QualificationExpiring;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.outcome.expiry.ExpiryTimers.Reached;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evidence of a revision in force that reached a stage together: what is told of it.
 *
 * @param qualification whose it is
 * @param inForce the revision
 * @param point the stage and the last day
 * @param evidence all that ends on that day; never empty
 */
record Ending(Qualification qualification, Revision inForce, ExpiryPoint point, List<Evidence> evidence) {

    /** Nothing where nothing of the revision ends on that day, any more. */
    static Optional<Ending> of(Qualification qualification, Revision inForce, ExpiryPoint point) {
        List<Evidence> ending = inForce.evidenceEnds().stream()
                .filter(end -> end.endsOn().equals(point.endsOn()))
                .map(EvidenceEnd::evidence)
                .distinct()
                .sorted()
                .toList();
        return ending.isEmpty() ? Optional.empty() : Optional.of(new Ending(qualification, inForce, point, ending));
    }

    /** What it is noted under as told. */
    Reached reached() {
        return new Reached(qualification.id(), point);
    }

    QualificationEvent event(Instant now) {
        long workOrder = inForce.workOrder().orElseThrow();
        String contactId = inForce.contactId().orElseThrow();
        LocalDate endsOn = point.endsOn();
        if (isOver()) {
            return new QualificationExpired(
                    qualification.id(),
                    workOrder,
                    qualification.accountId(),
                    qualification.name(),
                    contactId,
                    evidence,
                    endsOn,
                    ExpiryStage.endOf(endsOn));
        }
        return new QualificationExpiring(
                qualification.id(),
                workOrder,
                qualification.accountId(),
                qualification.name(),
                contactId,
                evidence,
                point.daysLeft(now),
                endsOn);
    }

    TimelineEntry entry(Instant now) {
        Map<String, Object> details = new HashMap<>();
        details.put("evidence", evidence.stream().map(Evidence::name).toList());
        details.put("endsOn", point.endsOn().toString());
        if (isOver()) {
            return TimelineEntry.byClock(Act.EXPIRED, inForce, now, details);
        }
        details.put("daysLeft", point.daysLeft(now));
        return TimelineEntry.byClock(Act.EXPIRING, inForce, now, details);
    }

    private boolean isOver() {
        return point.stage() == ExpiryStage.EXPIRED;
    }
}
