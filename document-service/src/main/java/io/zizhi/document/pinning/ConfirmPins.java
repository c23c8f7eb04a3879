package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.SubmittedLetter;
import io.zizhi.document.pinning.use.Submission;
import io.zizhi.document.pinning.use.UseRepository;
import io.zizhi.document.pinning.use.UseState;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Makes the pins of a submission permanent, including lapsed pins, and records its state. Works for qualifications and
 * letters, whose numbers never coincide. An earlier attempt at the same revision may have pinned documents that it no
 * longer contains; those pins are released once their term is over.
 */
@ApplicationScoped
class ConfirmPins implements Reaction<QualificationSubmitted> {

    private static final Logger LOG = Logger.getLogger(ConfirmPins.class);

    private final PinRepository pins;
    private final UseRepository uses;

    ConfirmPins(PinRepository pins, UseRepository uses) {
        this.pins = pins;
        this.uses = uses;
    }

    @Override
    public Class<QualificationSubmitted> event() {
        return QualificationSubmitted.class;
    }

    @Override
    public Uni<Void> react(QualificationSubmitted event, EventContext context) {
        return confirm(event.documentIds(), inReview(event.qualificationId(), event.revision(), event))
                .chain(() -> confirmLetter(event));
    }

    /** Confirms the pin of the picture of a letter that the qualification carries. */
    private Uni<Void> confirmLetter(QualificationSubmitted event) {
        SubmittedLetter letter = event.letter();
        return letter == null
                ? Uni.createFrom().voidItem()
                : confirm(letter.documentIds(), inReview(letter.letterId(), letter.revision(), event));
    }

    private static Submission inReview(long subjectId, int revision, QualificationSubmitted event) {
        return new Submission(subjectId, revision, event.workOrder(), UseState.IN_REVIEW, event.submittedAt());
    }

    Uni<Void> confirm(List<String> documentIds, Submission submission) {
        if (documentIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pins.confirm(documentIds, submission.subjectId(), submission.revision())
                .invoke(confirmed -> warnOfLost(submission.workOrder(), documentIds.size() - confirmed))
                .chain(() -> uses.submitted(submission));
    }

    private static void warnOfLost(long workOrder, int lost) {
        if (lost > 0) {
            LOG.warnf("Work order %d uses %d document(s) that are not pinned", workOrder, lost);
        }
    }
}
