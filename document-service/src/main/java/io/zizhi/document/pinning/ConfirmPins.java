package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.SubmittedLetter;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Makes the pins of a submission permanent, including lapsed pins. Works for qualifications and letters, whose numbers
 * never coincide. An earlier attempt at the same revision may have pinned documents that it no longer contains; those
 * pins lapse.
 */
@ApplicationScoped
class ConfirmPins implements Reaction<QualificationSubmitted> {

    private static final Logger LOG = Logger.getLogger(ConfirmPins.class);

    private final PinRepository pins;

    ConfirmPins(PinRepository pins) {
        this.pins = pins;
    }

    @Override
    public Class<QualificationSubmitted> event() {
        return QualificationSubmitted.class;
    }

    @Override
    public Uni<Void> react(QualificationSubmitted event, EventContext context) {
        return confirm(event.workOrder(), event.documentIds(), event.qualificationId(), event.revision())
                .chain(() -> confirmLetter(event));
    }

    /** Confirms the pin of the picture of a letter that the qualification carries. */
    private Uni<Void> confirmLetter(QualificationSubmitted event) {
        SubmittedLetter letter = event.letter();
        return letter == null
                ? Uni.createFrom().voidItem()
                : confirm(event.workOrder(), letter.documentIds(), letter.letterId(), letter.revision());
    }

    Uni<Void> confirm(long workOrder, List<String> documentIds, long subjectId, int revision) {
        if (documentIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pins.confirm(documentIds, subjectId, revision)
                .invoke(confirmed -> warnOfLost(workOrder, documentIds.size() - confirmed))
                .replaceWithVoid();
    }

    private static void warnOfLost(long workOrder, int lost) {
        if (lost > 0) {
            LOG.warnf("Work order %d uses %d document(s) that are not pinned", workOrder, lost);
        }
    }
}
