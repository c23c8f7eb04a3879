package io.zizhi.notification.verification;

import java.util.Set;

/** Where a phone verification stands. What time has done to it is asked of {@link PhoneVerification}. */
public enum PhoneVerificationStatus {
    /** The code was issued and waits to be entered. */
    ISSUED,

    /** The right code was entered; the number may be named in one submission. */
    VERIFIED,

    /** A submission was made with it. */
    USED,

    /** A newer code was issued to the same account for the same number. */
    SUPERSEDED,

    /** The wrong code was entered too often. */
    EXHAUSTED;

    /** The transition table. */
    public boolean canMoveTo(PhoneVerificationStatus next) {
        return switch (this) {
            case ISSUED -> Set.of(VERIFIED, SUPERSEDED, EXHAUSTED).contains(next);
            case VERIFIED -> next == USED;
            case USED, SUPERSEDED, EXHAUSTED -> false;
        };
    }
}
