package io.zizhi.document.pinning.use;

import io.zizhi.contracts.AuthorizationLetterApproved;
import io.zizhi.contracts.AuthorizationLetterExpired;
import io.zizhi.contracts.AuthorizationLetterRejected;
import io.zizhi.contracts.AuthorizationLetterSupplementRequested;
import io.zizhi.contracts.AuthorizationLetterWithdrawn;
import io.zizhi.contracts.QualificationApproved;
import io.zizhi.contracts.QualificationExpired;
import io.zizhi.contracts.QualificationRejected;
import io.zizhi.contracts.QualificationSupplementRequested;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/**
 * Follows the decisions about submitted revisions. Submissions and deletions change pins as well, so other reactions
 * handle them.
 */
@ApplicationScoped
class TrackUses {

    private final UseRepository uses;

    TrackUses(UseRepository uses) {
        this.uses = uses;
    }

    @Produces
    Reaction<QualificationApproved> qualificationApproved() {
        return Reaction.to(
                QualificationApproved.class,
                event -> uses.approved(event.qualificationId(), event.workOrder(), event.approvedAt()));
    }

    @Produces
    Reaction<QualificationRejected> qualificationRejected() {
        return Reaction.to(
                QualificationRejected.class,
                event -> uses.decided(
                        event.qualificationId(), event.workOrder(), UseState.REJECTED, event.rejectedAt()));
    }

    @Produces
    Reaction<QualificationSupplementRequested> qualificationReturned() {
        return Reaction.to(
                QualificationSupplementRequested.class,
                event -> uses.decided(
                        event.qualificationId(), event.workOrder(), UseState.SUPPLEMENT_REQUIRED, event.requestedAt()));
    }

    @Produces
    Reaction<QualificationWithdrawn> qualificationWithdrawn() {
        return Reaction.to(
                QualificationWithdrawn.class,
                event -> uses.decided(
                        event.qualificationId(), event.workOrder(), UseState.WITHDRAWN, event.withdrawnAt()));
    }

    @Produces
    Reaction<QualificationExpired> qualificationExpired() {
        return Reaction.to(
                QualificationExpired.class,
                event -> uses.expired(event.qualificationId(), event.workOrder(), event.expiredAt()));
    }

    @Produces
    Reaction<AuthorizationLetterApproved> letterApproved() {
        return Reaction.to(
                AuthorizationLetterApproved.class,
                event -> uses.approved(event.letterId(), event.workOrder(), event.approvedAt()));
    }

    @Produces
    Reaction<AuthorizationLetterRejected> letterRejected() {
        return Reaction.to(
                AuthorizationLetterRejected.class,
                event -> uses.decided(event.letterId(), event.workOrder(), UseState.REJECTED, event.rejectedAt()));
    }

    @Produces
    Reaction<AuthorizationLetterSupplementRequested> letterReturned() {
        return Reaction.to(
                AuthorizationLetterSupplementRequested.class,
                event -> uses.decided(
                        event.letterId(), event.workOrder(), UseState.SUPPLEMENT_REQUIRED, event.requestedAt()));
    }

    @Produces
    Reaction<AuthorizationLetterWithdrawn> letterWithdrawn() {
        return Reaction.to(
                AuthorizationLetterWithdrawn.class,
                event -> uses.decided(event.letterId(), event.workOrder(), UseState.WITHDRAWN, event.withdrawnAt()));
    }

    @Produces
    Reaction<AuthorizationLetterExpired> letterExpired() {
        return Reaction.to(
                AuthorizationLetterExpired.class,
                event -> uses.expired(event.letterId(), event.workOrder(), event.expiredAt()));
    }
}
