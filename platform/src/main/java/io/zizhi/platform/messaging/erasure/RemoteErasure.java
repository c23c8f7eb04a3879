package io.zizhi.platform.messaging.erasure;

import io.smallrye.mutiny.Uni;

/**
 * Erases what an account has outside of the database, such as objects in a store. It is called outside of any
 * transaction, after the rows are erased, until nothing is left. It counts what it erases by {@link Erasures#count}.
 */
public interface RemoteErasure {

    /** Erases a batch. Returns the number of erased things; 0 if none is left. Fails during an outage. */
    Uni<Integer> erase(String accountId);
}
