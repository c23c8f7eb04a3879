package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationExpiring;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the contact of a qualification that evidence of it ends soon (到期提醒). */
@ApplicationScoped
class OnQualificationExpiring implements Reaction<QualificationExpiring> {

    private final TellResult tellResult;

    OnQualificationExpiring(TellResult tellResult) {
        this.tellResult = tellResult;
    }

    @Override
    public Class<QualificationExpiring> event() {
        return QualificationExpiring.class;
    }

    @Override
    public Uni<Void> react(QualificationExpiring event, EventContext context) {
        return tellResult.tell(Result.of(event));
    }
}
