package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterView;
import io.zizhi.qualification.model.letter.OpenLetter;
import io.zizhi.qualification.model.letter.OpenedLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/**
 * Renews a letter: creates a linked draft with the same parties. A letter has at most one renewal, so a repeated
 * request returns it.
 */
@ApplicationScoped
public class RenewLetter {

    private final OpenLetter open;
    private final LetterRepository letters;
    private final DraftLetter draft;
    private final Clock clock;

    RenewLetter(OpenLetter open, LetterRepository letters, DraftLetter draft, Clock clock) {
        this.open = open;
        this.letters = letters;
        this.draft = draft;
        this.clock = clock;
    }

    /** Locks the renewed letter, so that two simultaneous requests create one renewal. */
    @WithTransaction
    public Uni<LetterView> handle(Caller caller, long id, RenewalRequest request) {
        return open.lock(caller.requireAccount(), id)
                .invoke(opened -> opened.letter().requireRenewable())
                .chain(opened -> letters.renewalOf(opened.letter())
                        .chain(found -> found.map(renewal -> existing(renewal, request))
                                .orElseGet(() -> renew(caller, opened, request))));
    }

    private Uni<LetterView> existing(AuthorizationLetter renewal, RenewalRequest request) {
        return open.open(renewal).map(opened -> {
            if (!request.isMetBy(opened.form())) {
                throw Problems.conflict(
                        "RENEWAL_EXISTS",
                        "The letter already has the renewal " + renewal.id() + ", which differs. Edit that one.");
            }
            return LetterView.from(opened, LocalDate.now(clock.withZone(Period.ZONE)));
        });
    }

    private Uni<LetterView> renew(Caller caller, OpenedLetter opened, RenewalRequest request) {
        String base = RenewalName.base(opened.form().name());
        return letters.namesStarting(opened.letter().accountId(), base)
                .map(taken -> request.renew(opened.form(), RenewalName.after(base, taken)))
                .chain(form -> draft.open(
                        caller,
                        form,
                        opened.letter().id(),
                        Map.of("renews", opened.letter().id())));
    }
}
