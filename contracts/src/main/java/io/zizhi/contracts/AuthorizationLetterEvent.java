package io.zizhi.contracts;

/**
 * What happens to an authorization letter (授权委托书), told by qualification-service on {@link Topics#QUALIFICATION}. Its
 * number is no qualification's: both come from one sequence.
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
