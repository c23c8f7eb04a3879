package io.zizhi.notification.verification.model;

/** Whether a submission may name the number of a verification. Answer of the internal check. */
public enum Usability {
    /** The number may be named. */
    VERIFIED,

    /** The code was not entered. */
    NOT_VERIFIED,

    /** The verification has expired. */
    EXPIRED,

    /** Another submission has used the verification. */
    USED,

    /** Another submission that is being accepted has reserved the verification. Only reservations get this answer. */
    RESERVED,

    /** The verification is for another number. */
    PHONE_MISMATCH,

    /** No such verification, or it belongs to another account. */
    NOT_FOUND
}
