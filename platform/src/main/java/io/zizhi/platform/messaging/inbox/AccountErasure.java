package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;

/**
 * A service's reaction to the erasure of an account. The compacted topic of accounts then holds a record without a
 * value under the account's key. The reaction runs in its own transaction and may be called again for the same account.
 */
public interface AccountErasure {

    Uni<Void> erase(String accountId);
}
