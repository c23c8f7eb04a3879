package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;

/**
 * What a service does when an account was erased: the compacted topic of accounts then has a record without a value under
 * its key. It runs in a transaction of its own and may be called again for the same account.
 */
public interface AccountErasure {

    Uni<Void> erase(String accountId);
}
