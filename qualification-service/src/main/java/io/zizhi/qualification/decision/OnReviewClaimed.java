package io.zizhi.qualification.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewClaimed;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.inbox.EventContext;
import io.zizhi.platform.inbox.Reaction;
import io.zizhi.qualification.revision.Revision;
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
    private final ReviewedLetters letters;
    private final TimelineRepository timeline;

    @Inject
    OnReviewClaimed(ReviewedRevisions revisions, ReviewedLetters letters, TimelineRepository timeline) {
        this.revisions = revisions;
        this.letters = letters;
        this.timeline = timeline;
    }

    @Override
    public Class<ReviewClaimed> event() {
        return ReviewClaimed.class;
    }

    @Override
    public Uni<Void> react(ReviewClaimed event, EventContext context) {
        ReviewSubject subject = event.subject();
        if (subject == null) {
            return claimedEither(event, context);
        }
        return switch (subject) {
            case QUALIFICATION -> claimedQualification(event, context);
            case LETTER -> requireLetter(event).chain(() -> letters.claimed(event, context));
        };
    }

    private Uni<Void> claimedQualification(ReviewClaimed event, EventContext context) {
        return revisions
                .of(event.workOrder())
                .chain(revision -> claimedRevision(event, context, revision))
                .chain(() -> event.letterId() == null ? Uni.createFrom().voidItem() : letters.claimed(event, context));
    }

    /** Of before events said what they are about: the work order tells. */
    private Uni<Void> claimedEither(ReviewClaimed event, EventContext context) {
        return revisions
                .ifAny(event.workOrder())
                .chain(found -> found.map(revision -> claimedRevision(event, context, revision))
                        .orElseGet(() -> requireLetter(event)))
                .chain(() -> letters.claimed(event, context));
    }

    /** A review of neither is an error and parks. */
    private Uni<Void> requireLetter(ReviewClaimed event) {
        return letters.has(event.workOrder())
                .invoke(there -> {
                    if (!there) {
                        throw new IllegalStateException("Nothing was submitted as work order " + event.workOrder());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> claimedRevision(ReviewClaimed event, EventContext context, Revision revision) {
        return timeline.append(TimelineEntry.byReviewer(
                event.reviewerId(), Act.REVIEW_CLAIMED, revision, context.occurredAt(), Map.of()));
    }
}
