package io.zizhi.platform.messaging.erasure;

import io.smallrye.mutiny.Uni;

/**
 * Erases one kind of rows of an erased account. It is called until it returns 0, and again when the erasure is
 * repeated. It stores no position, so each call searches for the remaining rows. It also cancels open work of the
 * account, because that work would need the destroyed keys.
 */
public interface AccountErasure {

    /** Returns what it erases, for the proof: a plural in kebab case such as {@code bulk-rows}. */
    String kind();

    /**
     * Erases a batch in the caller's transaction.
     *
     * @param limit maximum number of rows
     * @return the number of erased rows; 0 if none is left
     */
    Uni<Integer> erase(String accountId, int limit);
}
