package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationDeleted;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Nothing of the qualification is relied on any more: the owner may delete its documents. */
@ApplicationScoped
class OnQualificationDeleted implements Reaction<QualificationDeleted> {

    private final PinRepository pins;

    OnQualificationDeleted(PinRepository pins) {
        this.pins = pins;
    }

    @Override
    public Class<QualificationDeleted> event() {
        return QualificationDeleted.class;
    }

    @Override
    public Uni<Void> react(QualificationDeleted event, EventContext context) {
        return pins.removeAllOf(event.qualificationId());
    }
}
