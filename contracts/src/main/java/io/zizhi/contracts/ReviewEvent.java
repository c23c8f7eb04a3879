package io.zizhi.contracts;

import org.jspecify.annotations.Nullable;

/** What happens to a review, told by review-service on {@link Topics#REVIEW}. A review's id is the work order (审核工单) it decides. */
public sealed interface ReviewEvent extends Event
        permits ReviewOpened,
                ReviewClaimed,
                ReviewReleased,
                ReviewReassigned,
                DecisionProposed,
                DecisionReturned,
                ReviewDecided,
                ReviewReopened,
                ReviewCancelled,
                SlaRescheduled,
                SlaWarned,
                SlaBreached,
                SlaEscalated,
                SlaExtended {

    long workOrder();

    /** What is under review: the qualification, or the letter where {@link #subject()} says so. */
    long qualificationId();

    /** What kind of thing is under review. */
    ReviewSubject subject();

    /** The letter under review, alone or with the qualification; null where there is none. */
    @Nullable
    Long letterId();

    @Override
    default String aggregateId() {
        return Long.toString(workOrder());
    }

    @Override
    default EventType type() {
        return switch (this) {
            case ReviewOpened event -> EventType.REVIEW_OPENED;
            case ReviewClaimed event -> EventType.REVIEW_CLAIMED;
            case ReviewReleased event -> EventType.REVIEW_RELEASED;
            case ReviewReassigned event -> EventType.REVIEW_REASSIGNED;
            case DecisionProposed event -> EventType.DECISION_PROPOSED;
            case DecisionReturned event -> EventType.DECISION_RETURNED;
            case ReviewDecided event -> EventType.REVIEW_DECIDED;
            case ReviewReopened event -> EventType.REVIEW_REOPENED;
            case ReviewCancelled event -> EventType.REVIEW_CANCELLED;
            case SlaRescheduled event -> EventType.SLA_RESCHEDULED;
            case SlaWarned event -> EventType.SLA_WARNED;
            case SlaBreached event -> EventType.SLA_BREACHED;
            case SlaEscalated event -> EventType.SLA_ESCALATED;
            case SlaExtended event -> EventType.SLA_EXTENDED;
        };
    }
}
