package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.notification.verification.reservation.ReleasePhone;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes the phone verification of a withdrawn submission usable again, so that the qualification can be resubmitted
 * unchanged.
 */
@ApplicationScoped
class OnQualificationWithdrawn implements Reaction<QualificationWithdrawn> {

    private final ReleasePhone releasePhone;

    OnQualificationWithdrawn(ReleasePhone releasePhone) {
        this.releasePhone = releasePhone;
    }

    @Override
    public Class<QualificationWithdrawn> event() {
        return QualificationWithdrawn.class;
    }

    @Override
    public Uni<Void> react(QualificationWithdrawn event, EventContext context) {
        return releasePhone.release(event.qualificationId());
    }
}
