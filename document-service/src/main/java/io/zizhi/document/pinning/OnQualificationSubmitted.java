package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.SubmittedLetter;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The revision was submitted: its pins hold for good, also those that have lapsed meanwhile. Pins of an earlier attempt
 * at the same revision, with documents that it does not hold any more, are left to lapse.
 */
@ApplicationScoped
class OnQualificationSubmitted implements Reaction<QualificationSubmitted> {

    private final ConfirmPins pins;

    OnQualificationSubmitted(ConfirmPins pins) {
        this.pins = pins;
    }

    @Override
    public Class<QualificationSubmitted> event() {
        return QualificationSubmitted.class;
    }

    @Override
    public Uni<Void> react(QualificationSubmitted event, EventContext context) {
        return pins.confirm(event.workOrder(), event.documentIds(), event.qualificationId(), event.revision())
                .chain(() -> letter(event));
    }

    /** The picture of the letter that it carries is relied on by the letter. */
    private Uni<Void> letter(QualificationSubmitted event) {
        SubmittedLetter letter = event.letter();
        return letter == null
                ? Uni.createFrom().voidItem()
                : pins.confirm(event.workOrder(), letter.documentIds(), letter.letterId(), letter.revision());
    }
}
