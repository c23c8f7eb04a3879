package io.zizhi.notification.outbound;

/** Who entered a URL. It decides which networks of the operator may be reached. */
public enum TargetOwner {
    /** Staff of the operator. */
    STAFF,

    /** A customer. Its requests must not reach the networks that are open to staff. */
    ACCOUNT
}
