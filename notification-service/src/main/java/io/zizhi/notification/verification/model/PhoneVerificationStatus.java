package io.zizhi.notification.verification.model;

import java.util.Set;

/** Status of a phone verification. Expiry is not a status; see {@link PhoneVerification}. */
public enum PhoneVerificationStatus {
    /** The code was issued but not entered yet. */
    ISSUED,

    /** The right code was entered; one submission may name the number. */
    VERIFIED,

    /** A submission has used it. Withdrawing the submission makes it VERIFIED again. */
    USED,

    /** A newer code was issued to the same account for the same number. */
    SUPERSEDED,

    /** Wrong codes were entered too often. */
    EXHAUSTED;

    /** Returns whether a verification may change from this status to {@code next}. */
    public boolean canMoveTo(PhoneVerificationStatus next) {
        return switch (this) {
            case ISSUED -> Set.of(VERIFIED, SUPERSEDED, EXHAUSTED).contains(next);
            case VERIFIED -> next == USED;
            case USED -> next == VERIFIED;
            case SUPERSEDED, EXHAUSTED -> false;
        };
    }
}
