package io.zizhi.qualification.letterfiling;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.letter.LetterRecord;
import io.zizhi.qualification.letter.LetterRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An applicant reads what happened to a letter. */
@ApplicationScoped
public class ReadLetterTimeline {

    private final LetterRepository letters;
    private final LetterRecord record;

    @Inject
    ReadLetterTimeline(LetterRepository letters, LetterRecord record) {
        this.letters = letters;
        this.record = record;
    }

    @WithTransaction
    public Uni<LetterTimelineView> handle(Caller caller, long id) {
        return letters.find(caller.requireAccount(), id)
                .chain(letter -> record.of(letter.id()))
                .map(LetterTimelineView::from);
    }
}
