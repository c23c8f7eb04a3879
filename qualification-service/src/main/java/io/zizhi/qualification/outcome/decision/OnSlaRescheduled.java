package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.qualification.model.letter.LetterTimelineEntry;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Shows the applicant the new due time after a change of policies or calendar. */
@ApplicationScoped
public class OnSlaRescheduled implements Reaction<SlaRescheduled> {

    private final ReviewedRevisions revisions;
    private final ReviewedLetters letters;
    private final TimelineRepository timeline;

    OnSlaRescheduled(ReviewedRevisions revisions, ReviewedLetters letters, TimelineRepository timeline) {
        this.revisions = revisions;
        this.letters = letters;
        this.timeline = timeline;
    }

    @Override
    public Class<SlaRescheduled> event() {
        return SlaRescheduled.class;
    }

    @Override
    public Uni<Void> react(SlaRescheduled event, EventContext context) {
        return event.subject() == ReviewSubject.LETTER
                ? rescheduledLetter(event)
                : rescheduledQualification(event).chain(() -> rescheduledLetter(event));
    }

    private Uni<Void> rescheduledQualification(SlaRescheduled event) {
        return revisions
                .of(event.workOrder())
                .invoke(revision ->
                        revision.reschedule(event.dueAt(), event.policy(), event.provisional(), event.rescheduledAt()))
                .chain(revision -> timeline.append(entry(event, revision)));
    }

    private Uni<Void> rescheduledLetter(SlaRescheduled event) {
        return letters.record(event.workOrder(), submission -> {
            submission.schedule(event.dueAt(), event.policy(), event.provisional());
            return new LetterTimelineEntry(
                    Actor.DESK, Act.RESCHEDULED, submission, event.rescheduledAt(), details(event));
        });
    }

    private static TimelineEntry entry(SlaRescheduled event, Revision revision) {
        return new TimelineEntry(Actor.DESK, Act.RESCHEDULED, revision, event.rescheduledAt(), details(event));
    }

    private static Map<String, Object> details(SlaRescheduled event) {
        return Map.of(
                "dueAt", event.dueAt().toString(),
                "previousDueAt", event.previousDueAt().toString());
    }
}
