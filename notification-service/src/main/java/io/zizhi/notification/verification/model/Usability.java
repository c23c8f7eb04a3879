package io.zizhi.notification.verification.model;

/** Whether a submission may name the number of a verification. The internal check returns it. */
public enum Usability {
    /** The number may be named. */
    VERIFIED,

    /** The code was not entered. */
    NOT_VERIFIED,

    /** The verification has expired. */
    EXPIRED,

    /** Another submission has used the verification. */
    USED,

    /** A submission that is being accepted has reserved the verification. Only a reservation returns this. */
    RESERVED,

    /** The verification is for another number. */
    PHONE_MISMATCH,

    /** No such verification, or it belongs to another account. */
    NOT_FOUND
}
