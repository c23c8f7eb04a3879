package io.zizhi.qualification.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewClaimed;
import io.zizhi.platform.inbox.EventContext;
import io.zizhi.platform.inbox.Reaction;
import io.zizhi.qualification.timeline.Act;
import io.zizhi.qualification.timeline.TimelineEntry;
import io.zizhi.qualification.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** A reviewer took the case: the applicant sees that somebody is at it. */
@ApplicationScoped
public class OnReviewClaimed implements Reaction<ReviewClaimed> {

    private final ReviewedRevisions revisions;
    private final TimelineRepository timeline;

    @Inject
    OnReviewClaimed(ReviewedRevisions revisions, TimelineRepository timeline) {
        this.revisions = revisions;
        this.timeline = timeline;
    }

    @Override
    public Class<ReviewClaimed> event() {
        return ReviewClaimed.class;
    }

    @Override
    public Uni<Void> react(ReviewClaimed event, EventContext context) {
        return revisions
                .of(event.workOrder())
                .chain(revision -> timeline.append(TimelineEntry.byReviewer(
                        event.reviewerId(), Act.REVIEW_CLAIMED, revision, context.occurredAt(), Map.of())));
    }
}
