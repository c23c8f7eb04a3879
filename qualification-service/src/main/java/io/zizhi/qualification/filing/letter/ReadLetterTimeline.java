package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.catalogue.timeline.EntryView;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Returns the history of a letter to its applicant. */
@ApplicationScoped
public class ReadLetterTimeline {

    private final LetterRepository letters;
    private final LetterRecord record;

    ReadLetterTimeline(LetterRepository letters, LetterRecord record) {
        this.letters = letters;
        this.record = record;
    }

    @WithTransaction
    public Uni<Page<EntryView>> handle(Caller caller, long id, PageRequest page) {
        long after = page.afterOr(0);
        return letters.find(caller.requireAccount(), id)
                .chain(letter -> record.of(letter.id(), after, page.limit() + 1))
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id()))
                        .map(EntryView::forOwner));
    }
}
