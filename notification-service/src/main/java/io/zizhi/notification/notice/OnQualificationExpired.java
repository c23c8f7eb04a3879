package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationExpired;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the contact of a qualification that evidence of it has ended (已到期), in the morning after. */
@ApplicationScoped
class OnQualificationExpired implements Reaction<QualificationExpired> {

    private final TellResult tellResult;

    OnQualificationExpired(TellResult tellResult) {
        this.tellResult = tellResult;
    }

    @Override
    public Class<QualificationExpired> event() {
        return QualificationExpired.class;
    }

    @Override
    public Uni<Void> react(QualificationExpired event, EventContext context) {
        return tellResult.tell(Result.of(event));
    }
}
