package io.zizhi.contracts;

/** An event about a qualification (资质), published by qualification-service on {@link Topics#QUALIFICATION}. */
public sealed interface QualificationEvent extends Event
        permits QualificationSubmitted,
                QualificationWithdrawn,
                QualificationApproved,
                QualificationRejected,
                QualificationSupplementRequested,
                QualificationDeleted,
                QualificationExpiring,
                QualificationExpired,
                QualificationUrged,
                QualificationSuspended,
                QualificationReinstated,
                QualificationRevoked,
                QualificationImported {

    long qualificationId();

    @Override
    default String aggregateId() {
        return Long.toString(qualificationId());
    }

    @Override
    default EventType type() {
        return switch (this) {
            case QualificationSubmitted event -> EventType.QUALIFICATION_SUBMITTED;
            case QualificationWithdrawn event -> EventType.QUALIFICATION_WITHDRAWN;
            case QualificationApproved event -> EventType.QUALIFICATION_APPROVED;
            case QualificationRejected event -> EventType.QUALIFICATION_REJECTED;
            case QualificationSupplementRequested event -> EventType.QUALIFICATION_SUPPLEMENT_REQUESTED;
            case QualificationDeleted event -> EventType.QUALIFICATION_DELETED;
            case QualificationExpiring event -> EventType.QUALIFICATION_EXPIRING;
            case QualificationExpired event -> EventType.QUALIFICATION_EXPIRED;
            case QualificationUrged event -> EventType.QUALIFICATION_URGED;
            case QualificationSuspended event -> EventType.QUALIFICATION_SUSPENDED;
            case QualificationReinstated event -> EventType.QUALIFICATION_REINSTATED;
            case QualificationRevoked event -> EventType.QUALIFICATION_REVOKED;
            case QualificationImported event -> EventType.QUALIFICATION_IMPORTED;
        };
    }
}
