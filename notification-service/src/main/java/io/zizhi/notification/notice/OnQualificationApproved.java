package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationApproved;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the contact of a qualification that its current revision was approved (审核通过). */
@ApplicationScoped
class OnQualificationApproved implements Reaction<QualificationApproved> {

    private final TellResult tellResult;

    OnQualificationApproved(TellResult tellResult) {
        this.tellResult = tellResult;
    }

    @Override
    public Class<QualificationApproved> event() {
        return QualificationApproved.class;
    }

    @Override
    public Uni<Void> react(QualificationApproved event, EventContext context) {
        return tellResult.tell(Result.of(event));
    }
}
