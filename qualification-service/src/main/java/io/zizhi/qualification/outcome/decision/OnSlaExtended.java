package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.SlaExtended;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Shows the applicant the later due time and the reason of the extension. */
@ApplicationScoped
public class OnSlaExtended implements Reaction<SlaExtended> {

    private final ReviewedRevisions revisions;
    private final ReviewedLetters letters;
    private final TimelineRepository timeline;

    OnSlaExtended(ReviewedRevisions revisions, ReviewedLetters letters, TimelineRepository timeline) {
        this.revisions = revisions;
        this.letters = letters;
        this.timeline = timeline;
    }

    @Override
    public Class<SlaExtended> event() {
        return SlaExtended.class;
    }

    @Override
    public Uni<Void> react(SlaExtended event, EventContext context) {
        return switch (event.subject()) {
            case LETTER -> letters.extended(event);
            case QUALIFICATION -> extendedQualification(event).chain(() -> letters.extended(event));
        };
    }

    private Uni<Void> extendedQualification(SlaExtended event) {
        return revisions
                .of(event.workOrder())
                .invoke(revision ->
                        revision.extend(event.dueAt(), event.provisional(), event.reason(), event.extendedAt()))
                .chain(revision -> timeline.append(entry(event, revision)));
    }

    private static TimelineEntry entry(SlaExtended event, Revision revision) {
        return new TimelineEntry(
                Actor.supervisor(event.extendedBy()),
                Act.DUE_TIME_EXTENDED,
                revision,
                event.extendedAt(),
                details(event));
    }

    static Map<String, Object> details(SlaExtended event) {
        return Map.of(
                "dueAt", event.dueAt().toString(), "reason", event.reason().name());
    }
}
