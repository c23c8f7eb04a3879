package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.document.pinning.use.Submission;
import io.zizhi.document.pinning.use.UseState;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Confirms the pins of a letter that was submitted alone. */
@ApplicationScoped
class OnAuthorizationLetterSubmitted implements Reaction<AuthorizationLetterSubmitted> {

    private final ConfirmPins pins;

    OnAuthorizationLetterSubmitted(ConfirmPins pins) {
        this.pins = pins;
    }

    @Override
    public Class<AuthorizationLetterSubmitted> event() {
        return AuthorizationLetterSubmitted.class;
    }

    @Override
    public Uni<Void> react(AuthorizationLetterSubmitted event, EventContext context) {
        return pins.confirm(
                event.documentIds(),
                new Submission(
                        event.letterId(),
                        event.revision(),
                        event.workOrder(),
                        UseState.IN_REVIEW,
                        event.submittedAt()));
    }
}
