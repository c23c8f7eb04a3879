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

/** Appends to the timelines of what a review is about: a qualification, a letter, or both. */
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
     * What a review is about, as its event says it. A review of nothing that was submitted is an error and parks.
     *
     * @param subject the qualification, with the letter that it carries, or a letter alone
     * @param letterId the letter, alone or with the qualification; null where there is none
     */
    record Reviewed(
            long workOrder, ReviewSubject subject, @Nullable Long letterId) {}

    /** What happened, as the timeline of each of them tells it. */
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
        return letters.note(reviewed.workOrder(), entries.ofLetter());
    }
}
