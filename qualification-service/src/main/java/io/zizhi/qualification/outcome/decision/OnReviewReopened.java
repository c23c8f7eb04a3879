package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewReopened;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterTimelineEntry;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.outcome.decision.ReviewedTimelines.Entries;
import io.zizhi.qualification.outcome.decision.ReviewedTimelines.Reviewed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** Records in the timeline that a decision was undone before it was published and the review continues. */
@ApplicationScoped
public class OnReviewReopened implements Reaction<ReviewReopened> {

    private final ReviewedTimelines timelines;

    OnReviewReopened(ReviewedTimelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public Class<ReviewReopened> event() {
        return ReviewReopened.class;
    }

    @Override
    public Uni<Void> react(ReviewReopened event, EventContext context) {
        return timelines.append(
                new Reviewed(event.workOrder(), event.subject(), event.letterId()),
                new Entries(
                        revision -> inTimeline(event, revision, context.occurredAt()),
                        letter -> inTimeline(event, letter, context.occurredAt())));
    }

    private static TimelineEntry inTimeline(ReviewReopened event, Revision revision, Instant at) {
        return event.bySupervisor()
                ? new TimelineEntry(Actor.supervisor(event.reopenedBy()), Act.REVIEW_REOPENED, revision, at, Map.of())
                : new TimelineEntry(Actor.reviewer(event.reopenedBy()), Act.REVIEW_REOPENED, revision, at, Map.of());
    }

    private static LetterTimelineEntry inTimeline(ReviewReopened event, LetterSubmission letter, Instant at) {
        return event.bySupervisor()
                ? new LetterTimelineEntry(
                        Actor.supervisor(event.reopenedBy()), Act.REVIEW_REOPENED, letter, at, Map.of())
                : new LetterTimelineEntry(
                        Actor.reviewer(event.reopenedBy()), Act.REVIEW_REOPENED, letter, at, Map.of());
    }
}
