package io.zizhi.contracts;

import org.jspecify.annotations.Nullable;

/**
 * An event about a review, published by review-service on {@link Topics#REVIEW}. The id of a review is the number of
 * its work order (审核工单).
 */
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

    /** Returns the id of the qualification under review, or of the letter if {@link #subject()} is {@code LETTER}. */
    long qualificationId();

    /** Returns whether a qualification or a letter alone is under review. */
    ReviewSubject subject();

    /** Returns the id of the letter under review, alone or with the qualification; null if there is none. */
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
