package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationRejected;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the contact of a qualification that it was rejected, and for what kinds of reasons (审核不通过). */
@ApplicationScoped
class OnQualificationRejected implements Reaction<QualificationRejected> {

    private final TellResult tellResult;

    OnQualificationRejected(TellResult tellResult) {
        this.tellResult = tellResult;
    }

    @Override
    public Class<QualificationRejected> event() {
        return QualificationRejected.class;
    }

    @Override
    public Uni<Void> react(QualificationRejected event, EventContext context) {
        return tellResult.tell(Result.of(event));
    }
}
