package io.zizhi.notification.verification;

/** Whether a submission may name the number of a verification; the answer to the internal check. */
public enum Usability {
    /** Yes. */
    VERIFIED,

    /** The code was not entered. */
    NOT_VERIFIED,

    /** It was verified too long ago. */
    EXPIRED,

    /** Another submission was made with it. */
    USED,

    /** Another submission that is being accepted right now holds it. Only a reservation can be answered so. */
    RESERVED,

    /** It verified another number. */
    PHONE_MISMATCH,

    /** There is none, or it is another account's. */
    NOT_FOUND
}
