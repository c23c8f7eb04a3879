package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterTimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Reads the history of a letter. Applicants see only their own account. Supervisors and auditors see every account,
 * including deleted letters, and which reviewer acted.
 */
@ApplicationScoped
public class ReadLetterTimeline {

    private final LetterRepository letters;
    private final LetterRecord record;

    ReadLetterTimeline(LetterRepository letters, LetterRecord record) {
        this.letters = letters;
        this.record = record;
    }

    @WithTransaction
    public Uni<Page<LetterActView>> handle(Caller caller, long id, PageRequest page) {
        long after = page.afterOr(0);
        return letter(caller, id)
                .chain(letter -> record.of(letter.id(), after, page.limit() + 1))
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id()))
                        .map(viewFor(caller)));
    }

    /** Applicants see only their own account, even if they have other roles too. */
    private Uni<AuthorizationLetter> letter(Caller caller, long id) {
        return caller.has(Roles.APPLICANT) ? letters.find(caller.requireAccount(), id) : letters.findAny(id);
    }

    private static Function<LetterTimelineEntry, LetterActView> viewFor(Caller caller) {
        return caller.has(Roles.APPLICANT) ? LetterActView::forOwner : LetterActView::forStaff;
    }
}
