package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOpened;
import io.zizhi.contracts.SlaExtended;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import io.zizhi.qualification.model.letter.LetterTimelineEntry;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Records the progress of a review in the timeline of its letter, whether reviewed alone or with a qualification. */
@ApplicationScoped
class ReviewedLetters {

    private final LetterSubmissionRepository submissions;
    private final LetterRecord record;

    ReviewedLetters(LetterSubmissionRepository submissions, LetterRecord record) {
        this.submissions = submissions;
        this.record = record;
    }

    /** Returns whether a letter was submitted under this work order. */
    Uni<Boolean> has(long workOrder) {
        return submissions.submitted(workOrder).map(Optional::isPresent);
    }

    Uni<Void> opened(ReviewOpened event, EventContext context) {
        return record(event.workOrder(), submission -> {
            submission.schedule(event.dueAt(), event.policy(), event.provisional());
            return new LetterTimelineEntry(
                    Actor.DESK,
                    Act.REVIEW_OPENED,
                    submission,
                    context.occurredAt(),
                    Map.of("dueAt", event.dueAt().toString(), "policy", event.policy()));
        });
    }

    Uni<Void> extended(SlaExtended event) {
        return record(event.workOrder(), submission -> {
            submission.postpone(event.dueAt(), event.provisional());
            return new LetterTimelineEntry(
                    Actor.supervisor(event.extendedBy()),
                    Act.DUE_TIME_EXTENDED,
                    submission,
                    event.extendedAt(),
                    OnSlaExtended.details(event));
        });
    }

    /**
     * Appends an entry to the timeline of the letter submitted under this work order, if any. The function may also
     * change the submission.
     */
    Uni<Void> record(long workOrder, Function<LetterSubmission, LetterTimelineEntry> entry) {
        return submissions
                .submitted(workOrder)
                .chain(found -> found.map(submission -> record.append(entry.apply(submission)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
