package io.zizhi.notification.staff.slawatch;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.SlaEscalated;
import io.zizhi.notification.staff.notice.ReviewAlert;
import io.zizhi.notification.staff.subscription.SlaKind;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells staff that a review is very late. */
@ApplicationScoped
class OnSlaEscalated implements Reaction<SlaEscalated> {

    private final TellStaff tellStaff;

    OnSlaEscalated(TellStaff tellStaff) {
        this.tellStaff = tellStaff;
    }

    @Override
    public Class<SlaEscalated> event() {
        return SlaEscalated.class;
    }

    @Override
    public Uni<Void> react(SlaEscalated event, EventContext context) {
        return tellStaff.tell(
                new ReviewAlert(SlaKind.ESCALATED, event.workOrder(), event.subject(), event.dueAt(), event.firedAt()));
    }
}
