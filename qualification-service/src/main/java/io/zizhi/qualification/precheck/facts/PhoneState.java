package io.zizhi.qualification.precheck.facts;

/** The state of the administrator's phone verification, as reported by notification-service. */
public enum PhoneState {
    VERIFIED,
    /** The code has not been entered yet. */
    NOT_VERIFIED,
    /** The verification is too old. */
    EXPIRED,
    /** It was already used for another submission. */
    USED,
    /** It is for another phone number. */
    PHONE_MISMATCH,
    NOT_FOUND,
    /** Not checked because the number or the verification is not filled in. */
    NOT_ASKED,
    /** notification-service does not answer. */
    UNKNOWN
}
