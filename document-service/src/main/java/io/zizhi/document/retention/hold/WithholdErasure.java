package io.zizhi.document.retention.hold;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.hold.HoldRepository;
import io.zizhi.platform.messaging.erasure.ErasureHold;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Withholds the erasure of an account with a legal hold: with its keys, the documents would be unreadable. */
@ApplicationScoped
class WithholdErasure implements ErasureHold {

    private static final Logger LOG = Logger.getLogger(WithholdErasure.class);

    private final HoldRepository holds;

    WithholdErasure(HoldRepository holds) {
        this.holds = holds;
    }

    @Override
    public Uni<Boolean> withholds(String accountId) {
        return holds.anyOf(accountId)
                .call(held -> held ? withhold(accountId) : Uni.createFrom().voidItem());
    }

    private Uni<Void> withhold(String accountId) {
        LOG.warnf("The erasure of account %s waits for the end of a legal hold", accountId);
        return holds.withhold(accountId);
    }
}
