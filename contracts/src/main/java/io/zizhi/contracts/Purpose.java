package io.zizhi.contracts;

/** For whom the signature is applied for (申请用途). */
public enum Purpose {
    /** 自用: the owner of the signature is the verified identity of the account. */
    SELF,

    /** 他用: the owner is somebody else, who authorised the account by letter. */
    THIRD_PARTY
}
