package io.zizhi.contracts;

/**
 * An event about an authorization letter (授权委托书), published by qualification-service on {@link Topics#QUALIFICATION}.
 * Letters and qualifications take their ids from one sequence, so an id never names both.
 */
public sealed interface AuthorizationLetterEvent extends Event
        permits AuthorizationLetterSubmitted,
                AuthorizationLetterWithdrawn,
                AuthorizationLetterApproved,
                AuthorizationLetterRejected,
                AuthorizationLetterSupplementRequested,
                AuthorizationLetterExpiring,
                AuthorizationLetterExpired,
                AuthorizationLetterDeleted {

    long letterId();

    @Override
    default String aggregateId() {
        return Long.toString(letterId());
    }

    @Override
    default EventType type() {
        return switch (this) {
            case AuthorizationLetterSubmitted event -> EventType.LETTER_SUBMITTED;
            case AuthorizationLetterWithdrawn event -> EventType.LETTER_WITHDRAWN;
            case AuthorizationLetterApproved event -> EventType.LETTER_APPROVED;
            case AuthorizationLetterRejected event -> EventType.LETTER_REJECTED;
            case AuthorizationLetterSupplementRequested event -> EventType.LETTER_SUPPLEMENT_REQUESTED;
            case AuthorizationLetterExpiring event -> EventType.LETTER_EXPIRING;
            case AuthorizationLetterExpired event -> EventType.LETTER_EXPIRED;
            case AuthorizationLetterDeleted event -> EventType.LETTER_DELETED;
        };
    }
}
