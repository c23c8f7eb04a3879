package io.zizhi.qualification.account.change;

/** How far the change of an identity has come. */
public enum IdentityChangeState {
    ASKED,
    CARRIED_OUT,
    TAKEN_BACK
}
