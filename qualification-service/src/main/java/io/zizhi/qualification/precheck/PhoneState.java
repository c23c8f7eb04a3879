package io.zizhi.qualification.precheck;

/** What notification-service says of the administrator's phone verification. */
public enum PhoneState {
    VERIFIED,
    /** The code was not typed in yet. */
    NOT_VERIFIED,
    /** Verified too long ago. */
    EXPIRED,
    /** It served another submission. */
    USED,
    /** It is for another number. */
    PHONE_MISMATCH,
    NOT_FOUND,
    /** Nobody was asked, because number or verification is not filled in. */
    NOT_ASKED,
    /** notification-service does not answer. */
    UNKNOWN
}
