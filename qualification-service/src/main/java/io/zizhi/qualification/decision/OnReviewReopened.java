package io.zizhi.qualification.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewReopened;
import io.zizhi.platform.inbox.EventContext;
import io.zizhi.platform.inbox.Reaction;
import io.zizhi.qualification.revision.Revision;
import io.zizhi.qualification.timeline.Act;
import io.zizhi.qualification.timeline.TimelineEntry;
import io.zizhi.qualification.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The desk took back a decision that it had not told: the timeline shows that the review goes on. */
@ApplicationScoped
public class OnReviewReopened implements Reaction<ReviewReopened> {

    private final ReviewedRevisions revisions;
    private final ReviewedLetters letters;
    private final TimelineRepository timeline;

    @Inject
    OnReviewReopened(ReviewedRevisions revisions, ReviewedLetters letters, TimelineRepository timeline) {
        this.revisions = revisions;
        this.letters = letters;
        this.timeline = timeline;
    }

    @Override
    public Class<ReviewReopened> event() {
        return ReviewReopened.class;
    }

    @Override
    public Uni<Void> react(ReviewReopened event, EventContext context) {
        return revisions
                .ifAny(event.workOrder())
                .chain(found -> found.map(revision -> reopenedRevision(event, context, revision))
                        .orElseGet(() -> requireLetter(event)))
                .chain(() -> letters.reopened(event, context));
    }

    /** A review of neither is an error and parks. */
    private Uni<Void> requireLetter(ReviewReopened event) {
        return letters.has(event.workOrder())
                .invoke(there -> {
                    if (!there) {
                        throw new IllegalStateException("Nothing was submitted as work order " + event.workOrder());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> reopenedRevision(ReviewReopened event, EventContext context, Revision revision) {
        return timeline.append(TimelineEntry.byReviewer(
                event.reopenedBy(), Act.REVIEW_REOPENED, revision, context.occurredAt(), Map.of()));
    }
}
