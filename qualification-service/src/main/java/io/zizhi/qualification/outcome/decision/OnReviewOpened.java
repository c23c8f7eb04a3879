package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOpened;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Shows the applicant when the review is due. */
@ApplicationScoped
public class OnReviewOpened implements Reaction<ReviewOpened> {

    private final ReviewedRevisions revisions;
    private final ReviewedLetters letters;
    private final TimelineRepository timeline;

    OnReviewOpened(ReviewedRevisions revisions, ReviewedLetters letters, TimelineRepository timeline) {
        this.revisions = revisions;
        this.letters = letters;
        this.timeline = timeline;
    }

    @Override
    public Class<ReviewOpened> event() {
        return ReviewOpened.class;
    }

    @Override
    public Uni<Void> react(ReviewOpened event, EventContext context) {
        return event.subject() == ReviewSubject.LETTER
                ? letters.opened(event, context)
                : openedQualification(event, context).chain(() -> letters.opened(event, context));
    }

    private Uni<Void> openedQualification(ReviewOpened event, EventContext context) {
        return revisions
                .of(event.workOrder())
                .invoke(revision -> revision.schedule(event.dueAt(), event.policy(), event.provisional()))
                .chain(revision -> timeline.append(entry(event, context, revision)));
    }

    private static TimelineEntry entry(ReviewOpened event, EventContext context, Revision revision) {
        return new TimelineEntry(
                Actor.DESK,
                Act.REVIEW_OPENED,
                revision,
                context.occurredAt(),
                Map.of("dueAt", event.dueAt().toString(), "policy", event.policy()));
    }
}
