package io.zizhi.platform.operations.discard;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Confirms another operator's discard request and discards the object. The events behind it are then applied; during an
 * outage the sweep applies them later. Many parked events are discarded in the background.
 */
@ApplicationScoped
public class ConfirmDiscard {

    private final CarryOutDiscard carryOutDiscard;
    private final DiscardParkedEvents discardParkedEvents;
    private final Inbox inbox;

    ConfirmDiscard(CarryOutDiscard carryOutDiscard, DiscardParkedEvents discardParkedEvents, Inbox inbox) {
        this.carryOutDiscard = carryOutDiscard;
        this.discardParkedEvents = discardParkedEvents;
        this.inbox = inbox;
    }

    Uni<DiscardView> confirm(long id, Caller operator) {
        return carryOutDiscard.carryOut(id, operator).call(this::goOn).map(DiscardView::from);
    }

    private Uni<Void> goOn(Discard discard) {
        return switch (discard.kind()) {
            case PARKED_EVENT, MISSING_EVENT -> inbox.resume(discard.topic(), discard.objectId());
            case PARKED_EVENTS -> Uni.createFrom().voidItem().invoke(discardParkedEvents::wake);
            case DEAD_LETTER, AHEAD_DIFFERENCE, AHEAD_DIFFERENCES ->
                Uni.createFrom().voidItem();
        };
    }
}
