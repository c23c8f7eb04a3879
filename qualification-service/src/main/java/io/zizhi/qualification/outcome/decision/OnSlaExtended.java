package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.SlaExtended;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.outcome.decision.ReviewedTimelines.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Shows the applicant the later due time and the reason of the extension. */
@ApplicationScoped
public class OnSlaExtended implements Reaction<SlaExtended> {

    private final ReviewedTimelines timelines;

    OnSlaExtended(ReviewedTimelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public Class<SlaExtended> event() {
        return SlaExtended.class;
    }

    @Override
    public Uni<Void> react(SlaExtended event, EventContext context) {
        return timelines.append(
                event.workOrder(),
                event.subject(),
                new Progress(
                        Actor.supervisor(event.extendedBy()),
                        Act.DUE_TIME_EXTENDED,
                        event.extendedAt(),
                        Map.of(
                                "dueAt", event.dueAt().toString(),
                                "reason", event.reason().name())),
                revision -> revision.extend(event.dueAt(), event.provisional(), event.reason(), event.extendedAt()),
                letter -> letter.postpone(event.dueAt(), event.provisional()));
    }
}
