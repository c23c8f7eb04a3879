package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import io.zizhi.qualification.model.letter.LetterTimelineEntry;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Records the progress of a review in the timelines of the reviewed qualification, letter, or both. */
@ApplicationScoped
class ReviewedTimelines {

    private final ReviewedRevisions revisions;
    private final LetterSubmissionRepository letters;
    private final TimelineRepository timeline;
    private final LetterRecord record;

    ReviewedTimelines(
            ReviewedRevisions revisions,
            LetterSubmissionRepository letters,
            TimelineRepository timeline,
            LetterRecord record) {
        this.revisions = revisions;
        this.letters = letters;
        this.timeline = timeline;
        this.record = record;
    }

    /** An act of a review, as both timelines record it. */
    record Progress(Actor actor, Act act, Instant at, Map<String, Object> details) {}

    /** Like {@link #append(long, ReviewSubject, Progress, Consumer, Consumer)}, without a change. */
    Uni<Void> append(long workOrder, ReviewSubject subject, Progress progress) {
        return append(workOrder, subject, progress, revision -> {}, letter -> {});
    }

    /**
     * Changes what was submitted under the work order and records the act. If nothing was, it fails and the event is
     * parked.
     *
     * @param subject whether a qualification (with its letter, if any) or a letter alone is under review
     */
    Uni<Void> append(
            long workOrder,
            ReviewSubject subject,
            Progress progress,
            Consumer<Revision> changeRevision,
            Consumer<LetterSubmission> changeLetter) {
        return switch (subject) {
            case LETTER ->
                letters.submitted(workOrder)
                        .map(found -> found.orElseThrow(
                                () -> new IllegalStateException("Nothing was submitted as work order " + workOrder)))
                        .invoke(changeLetter)
                        .chain(letter -> append(progress, letter));
            case QUALIFICATION ->
                revisions
                        .of(workOrder)
                        .invoke(changeRevision)
                        .chain(revision -> append(progress, revision))
                        .chain(() -> letters.submitted(workOrder))
                        .invoke(found -> found.ifPresent(changeLetter))
                        .chain(found -> found.map(letter -> append(progress, letter))
                                .orElseGet(() -> Uni.createFrom().voidItem()));
        };
    }

    private Uni<Void> append(Progress progress, Revision revision) {
        return timeline.append(
                new TimelineEntry(progress.actor(), progress.act(), revision, progress.at(), progress.details()));
    }

    private Uni<Void> append(Progress progress, LetterSubmission letter) {
        return record.append(
                new LetterTimelineEntry(progress.actor(), progress.act(), letter, progress.at(), progress.details()));
    }
}
