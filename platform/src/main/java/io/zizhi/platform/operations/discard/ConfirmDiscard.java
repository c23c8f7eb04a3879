package io.zizhi.platform.operations.discard;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Confirms another operator's discard request and discards the object. The events behind it are then applied; during an
 * outage the sweep applies them later.
 */
@ApplicationScoped
public class ConfirmDiscard {

    private final CarryOutDiscard carryOutDiscard;
    private final Inbox inbox;

    ConfirmDiscard(CarryOutDiscard carryOutDiscard, Inbox inbox) {
        this.carryOutDiscard = carryOutDiscard;
        this.inbox = inbox;
    }

    Uni<DiscardView> confirm(long id, Caller operator) {
        return carryOutDiscard.carryOut(id, operator).call(this::goOn).map(DiscardView::from);
    }

    private Uni<Void> goOn(Discard discard) {
        return discard.kind() == DiscardKind.DEAD_LETTER
                ? Uni.createFrom().voidItem()
                : inbox.resume(discard.topic(), discard.objectId());
    }
}
