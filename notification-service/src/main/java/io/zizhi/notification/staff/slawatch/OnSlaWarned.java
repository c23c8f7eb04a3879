package io.zizhi.notification.staff.slawatch;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.SlaWarned;
import io.zizhi.notification.staff.notice.ReviewAlert;
import io.zizhi.notification.staff.subscription.SlaKind;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells staff that a review is soon late. */
@ApplicationScoped
class OnSlaWarned implements Reaction<SlaWarned> {

    private final TellStaff tellStaff;

    OnSlaWarned(TellStaff tellStaff) {
        this.tellStaff = tellStaff;
    }

    @Override
    public Class<SlaWarned> event() {
        return SlaWarned.class;
    }

    @Override
    public Uni<Void> react(SlaWarned event, EventContext context) {
        return tellStaff.tell(
                new ReviewAlert(SlaKind.WARNED, event.workOrder(), event.subject(), event.dueAt(), event.firedAt()));
    }
}
