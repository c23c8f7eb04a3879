package io.zizhi.qualification.outcome.decision;

import io.zizhi.contracts.QualificationApproved;
import io.zizhi.contracts.QualificationEvent;
import io.zizhi.contracts.QualificationRejected;
import io.zizhi.contracts.QualificationSupplementRequested;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;

/** Creates the events about a decided qualification. They contain codes and pointers, no notes. */
final class DecisionEvents {

    private DecisionEvents() {}

    static QualificationEvent of(ReviewDecided event, Qualification qualification, Revision revision) {
        String contactId = revision.contactId().orElseThrow();
        return switch (event.outcome()) {
            case APPROVED ->
                new QualificationApproved(
                        qualification.id(),
                        event.workOrder(),
                        qualification.accountId(),
                        qualification.name(),
                        contactId,
                        event.decidedAt());
            case REJECTED ->
                new QualificationRejected(
                        qualification.id(),
                        event.workOrder(),
                        qualification.accountId(),
                        qualification.name(),
                        contactId,
                        event.reasons(),
                        event.decidedAt());
            case SUPPLEMENT_REQUESTED ->
                new QualificationSupplementRequested(
                        qualification.id(),
                        event.workOrder(),
                        qualification.accountId(),
                        qualification.name(),
                        contactId,
                        event.items(),
                        event.decidedAt());
        };
    }
}
