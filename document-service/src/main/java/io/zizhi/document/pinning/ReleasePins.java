package io.zizhi.document.pinning;

import io.zizhi.contracts.AuthorizationLetterDeleted;
import io.zizhi.contracts.QualificationDeleted;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Removes the pins of a deleted qualification or letter, so that the owner can delete its documents. */
@ApplicationScoped
class ReleasePins {

    private final PinRepository pins;

    ReleasePins(PinRepository pins) {
        this.pins = pins;
    }

    @Produces
    Reaction<QualificationDeleted> ofQualification() {
        return Reaction.to(QualificationDeleted.class, event -> pins.removeAllOf(event.qualificationId()));
    }

    @Produces
    Reaction<AuthorizationLetterDeleted> ofLetter() {
        return Reaction.to(AuthorizationLetterDeleted.class, event -> pins.removeAllOf(event.letterId()));
    }
}
