package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewClaimed;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.outcome.decision.ReviewedTimelines.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Shows the applicant that a reviewer has claimed the review. */
@ApplicationScoped
public class OnReviewClaimed implements Reaction<ReviewClaimed> {

    private final ReviewedTimelines timelines;

    OnReviewClaimed(ReviewedTimelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public Class<ReviewClaimed> event() {
        return ReviewClaimed.class;
    }

    @Override
    public Uni<Void> react(ReviewClaimed event, EventContext context) {
        return timelines.append(
                event.workOrder(),
                event.subject(),
                new Progress(Actor.reviewer(event.reviewerId()), Act.REVIEW_CLAIMED, context.occurredAt(), Map.of()));
    }
}
