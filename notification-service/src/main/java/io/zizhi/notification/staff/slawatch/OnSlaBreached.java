package io.zizhi.notification.staff.slawatch;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.SlaBreached;
import io.zizhi.notification.staff.notice.ReviewAlert;
import io.zizhi.notification.staff.subscription.SlaKind;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells staff that a review is late. */
@ApplicationScoped
class OnSlaBreached implements Reaction<SlaBreached> {

    private final TellStaff tellStaff;

    OnSlaBreached(TellStaff tellStaff) {
        this.tellStaff = tellStaff;
    }

    @Override
    public Class<SlaBreached> event() {
        return SlaBreached.class;
    }

    @Override
    public Uni<Void> react(SlaBreached event, EventContext context) {
        return tellStaff.tell(
                new ReviewAlert(SlaKind.BREACHED, event.workOrder(), event.subject(), event.dueAt(), event.firedAt()));
    }
}
