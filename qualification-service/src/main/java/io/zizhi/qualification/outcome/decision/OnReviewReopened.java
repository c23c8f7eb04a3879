package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewReopened;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.outcome.decision.ReviewedTimelines.Progress;
import jakarta.enterprise.context.ApplicationScoped;
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
        Actor actor = event.bySupervisor() ? Actor.supervisor(event.reopenedBy()) : Actor.reviewer(event.reopenedBy());
        return timelines.append(
                event.workOrder(),
                event.subject(),
                new Progress(actor, Act.REVIEW_REOPENED, context.occurredAt(), Map.of()));
    }
}
