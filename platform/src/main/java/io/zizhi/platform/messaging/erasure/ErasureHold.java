package io.zizhi.platform.messaging.erasure;

import io.smallrye.mutiny.Uni;

/** A reason of one service to withhold the erasure of an account, such as a legal hold. */
public interface ErasureHold {

    /**
     * Returns whether the erasure must wait. Called in the transaction that would destroy the keys. If it returns true,
     * it has recorded the erasure in the same transaction, and calls {@link BeginErasure#begin} when the reason ends.
     */
    Uni<Boolean> withholds(String accountId);
}
