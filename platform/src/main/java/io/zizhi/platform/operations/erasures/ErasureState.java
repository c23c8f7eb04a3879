package io.zizhi.platform.operations.erasures;

/** The state of an erasure. */
public enum ErasureState {
    /** Keys are destroyed; rows or objects are still being erased. */
    RUNNING,

    /** Nothing of the account is left. */
    FINISHED
}
