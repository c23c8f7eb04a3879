package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationSupplementRequested;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the contact of a qualification that more material is asked for (资料待补充). */
@ApplicationScoped
class OnQualificationSupplementRequested implements Reaction<QualificationSupplementRequested> {

    private final TellResult tellResult;

    OnQualificationSupplementRequested(TellResult tellResult) {
        this.tellResult = tellResult;
    }

    @Override
    public Class<QualificationSupplementRequested> event() {
        return QualificationSupplementRequested.class;
    }

    @Override
    public Uni<Void> react(QualificationSupplementRequested event, EventContext context) {
        return tellResult.tell(Result.of(event));
    }
}
