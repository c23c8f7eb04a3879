package io.zizhi.qualification.outcome.restriction;

import io.zizhi.contracts.QualificationEvent;
import io.zizhi.contracts.QualificationReinstated;
import io.zizhi.contracts.QualificationRevoked;
import io.zizhi.contracts.QualificationSuspended;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequest;
import java.time.Instant;

/** Creates the event of a confirmed request. */
final class RestrictionEvents {

    private RestrictionEvents() {}

    static QualificationEvent of(
            RestrictionRequest request, Qualification qualification, Revision inForce, long bound, Instant now) {
        long workOrder = inForce.workOrder().orElseThrow();
        String contactId = inForce.contactId().orElse(null);
        String reason = request.reason().name();
        return switch (request.act()) {
            case SUSPEND ->
                new QualificationSuspended(
                        qualification.id(),
                        workOrder,
                        qualification.accountId(),
                        qualification.name(),
                        contactId,
                        reason,
                        bound,
                        now);
            case REINSTATE ->
                new QualificationReinstated(
                        qualification.id(),
                        workOrder,
                        qualification.accountId(),
                        qualification.name(),
                        contactId,
                        reason,
                        now);
            case REVOKE ->
                new QualificationRevoked(
                        qualification.id(),
                        workOrder,
                        qualification.accountId(),
                        qualification.name(),
                        contactId,
                        reason,
                        bound,
                        now);
        };
    }
}
