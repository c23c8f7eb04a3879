package io.zizhi.qualification.outcome.expiry;

import io.zizhi.contracts.Evidence;
import io.zizhi.contracts.QualificationEvent;
import io.zizhi.contracts.QualificationExpired;
import io.zizhi.contracts.QualificationExpiring;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.outcome.expiry.ExpiryTimers.Reached;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group of evidence of one revision in force that ends on the same day, and the stage it reached. Creates the event
 * and the timeline entry.
 *
 * @param qualification qualification of the revision
 * @param inForce the revision in force
 * @param point the stage and the last day of validity
 * @param evidence all evidence that ends on that day; never empty
 */
record Ending(Qualification qualification, Revision inForce, ExpiryPoint point, List<Evidence> evidence) {

    /** Returns nothing if no evidence of the revision ends on that day, for example after an amendment. */
    static Optional<Ending> of(Qualification qualification, Revision inForce, ExpiryPoint point) {
        List<Evidence> ending = inForce.evidenceEnds().stream()
                .filter(end -> end.endsOn().equals(point.endsOn()))
                .map(EvidenceEnd::evidence)
                .distinct()
                .sorted()
                .toList();
        return ending.isEmpty() ? Optional.empty() : Optional.of(new Ending(qualification, inForce, point, ending));
    }

    /** Returns the key under which the publication is recorded. */
    Reached reached() {
        return new Reached(qualification.id(), point);
    }

    QualificationEvent event(Instant now) {
        long workOrder = inForce.workOrder().orElseThrow();
        String contactId = inForce.contactId().orElse(null);
        LocalDate endsOn = point.endsOn();
        if (point.isOver()) {
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
        Map<String, Object> details = new HashMap<>(point.details(now));
        details.put("evidence", evidence.stream().map(Evidence::name).toList());
        return new TimelineEntry(Actor.CLOCK, point.act(), inForce, now, details);
    }
}
