package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOpened;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.outcome.decision.ReviewedTimelines.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Shows the applicant when the review is due. */
@ApplicationScoped
public class OnReviewOpened implements Reaction<ReviewOpened> {

    private final ReviewedTimelines timelines;

    OnReviewOpened(ReviewedTimelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public Class<ReviewOpened> event() {
        return ReviewOpened.class;
    }

    @Override
    public Uni<Void> react(ReviewOpened event, EventContext context) {
        return timelines.append(
                event.workOrder(),
                event.subject(),
                new Progress(
                        Actor.DESK,
                        Act.REVIEW_OPENED,
                        context.occurredAt(),
                        Map.of("dueAt", event.dueAt().toString(), "policy", event.policy())),
                revision -> revision.schedule(event.dueAt(), event.policy(), event.provisional()),
                letter -> letter.schedule(event.dueAt(), event.policy(), event.provisional()));
    }
}
