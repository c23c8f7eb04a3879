package io.zizhi.platform.messaging.erasure;

import io.smallrye.mutiny.Uni;

/**
 * Erases one kind of rows of an erased account. It is called until nothing is left, and again whenever the erasure is
 * repeated, so it must find what is left by itself. Open work of the account is cancelled, so that nothing later needs
 * the destroyed keys.
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
