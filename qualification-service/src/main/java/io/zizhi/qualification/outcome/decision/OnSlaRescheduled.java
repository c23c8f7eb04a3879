package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.outcome.decision.ReviewedTimelines.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Shows the applicant the new due time after a change of policies or calendar. */
@ApplicationScoped
public class OnSlaRescheduled implements Reaction<SlaRescheduled> {

    private final ReviewedTimelines timelines;

    OnSlaRescheduled(ReviewedTimelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public Class<SlaRescheduled> event() {
        return SlaRescheduled.class;
    }

    @Override
    public Uni<Void> react(SlaRescheduled event, EventContext context) {
        return timelines.append(
                event.workOrder(),
                event.subject(),
                new Progress(
                        Actor.DESK,
                        Act.RESCHEDULED,
                        event.rescheduledAt(),
                        Map.of(
                                "dueAt", event.dueAt().toString(),
                                "previousDueAt", event.previousDueAt().toString())),
                revision ->
                        revision.reschedule(event.dueAt(), event.policy(), event.provisional(), event.rescheduledAt()),
                letter -> letter.schedule(event.dueAt(), event.policy(), event.provisional()));
    }
}
