package io.zizhi.contracts;

/** Whether the signature is for the account's own use or for a third party (申请用途). */
public enum Purpose {
    /** Own use (自用): the verified identity of the account owns the signature. */
    SELF,

    /** Use for a third party (他用), which owns the signature and authorised the account by letter. */
    THIRD_PARTY
}
