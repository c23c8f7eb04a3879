package io.zizhi.qualification.account.change;

/** The state of a request for an identity change. */
public enum IdentityChangeState {
    REQUESTED,
    CARRIED_OUT,
    CANCELLED
}
