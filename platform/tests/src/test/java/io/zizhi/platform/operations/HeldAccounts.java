package io.zizhi.platform.operations;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.erasure.ErasureHold;
import jakarta.enterprise.context.ApplicationScoped;

/** Withholds the erasure of accounts whose id begins with {@link #PREFIX}. */
@ApplicationScoped
class HeldAccounts implements ErasureHold {

    static final String PREFIX = "held-";

    @Override
    public Uni<Boolean> withholds(String accountId) {
        return Uni.createFrom().item(accountId.startsWith(PREFIX));
    }
}
