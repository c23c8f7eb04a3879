package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterTimelineEntry;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Appends entries to the timelines of a reviewed qualification, letter, or both. */
@ApplicationScoped
class ReviewedTimelines {

    private final ReviewedRevisions revisions;
    private final ReviewedLetters letters;
    private final TimelineRepository timeline;

    ReviewedTimelines(ReviewedRevisions revisions, ReviewedLetters letters, TimelineRepository timeline) {
        this.revisions = revisions;
        this.letters = letters;
        this.timeline = timeline;
    }

    /**
     * The subject of a review, taken from its event. If nothing was submitted under the work order, appending fails and
     * the event is parked.
     *
     * @param subject whether a qualification (with its letter, if any) or a letter alone is under review
     * @param letterId the letter, alone or with the qualification; null if there is none
     */
    record Reviewed(
            long workOrder, ReviewSubject subject, @Nullable Long letterId) {}

    /** Creates the timeline entries of one event, one for the revision and one for the letter. */
    record Entries(
            Function<Revision, TimelineEntry> ofRevision, Function<LetterSubmission, LetterTimelineEntry> ofLetter) {}

    Uni<Void> append(Reviewed reviewed, Entries entries) {
        return switch (reviewed.subject()) {
            case QUALIFICATION -> appendToQualification(reviewed, entries);
            case LETTER -> requireLetter(reviewed).chain(() -> appendToLetter(reviewed, entries));
        };
    }

    private Uni<Void> appendToQualification(Reviewed reviewed, Entries entries) {
        return revisions
                .of(reviewed.workOrder())
                .chain(revision -> appendToRevision(revision, entries))
                .chain(() ->
                        reviewed.letterId() == null ? Uni.createFrom().voidItem() : appendToLetter(reviewed, entries));
    }

    private Uni<Void> requireLetter(Reviewed reviewed) {
        return letters.has(reviewed.workOrder())
                .invoke(there -> {
                    if (!there) {
                        throw new IllegalStateException("Nothing was submitted as work order " + reviewed.workOrder());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> appendToRevision(Revision revision, Entries entries) {
        return timeline.append(entries.ofRevision().apply(revision));
    }

    private Uni<Void> appendToLetter(Reviewed reviewed, Entries entries) {
        return letters.record(reviewed.workOrder(), entries.ofLetter());
    }
}
