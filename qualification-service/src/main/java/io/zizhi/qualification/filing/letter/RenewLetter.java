package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterView;
import io.zizhi.qualification.model.letter.OpenLetter;
import io.zizhi.qualification.model.letter.OpenedLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Renews a letter: creates a linked draft with the same parties and scope, without dates and image. */
@ApplicationScoped
public class RenewLetter {

    private final OpenLetter open;
    private final LetterRepository letters;
    private final NewLetters newLetters;

    RenewLetter(OpenLetter open, LetterRepository letters, NewLetters newLetters) {
        this.open = open;
        this.letters = letters;
        this.newLetters = newLetters;
    }

    @WithTransaction
    public Uni<LetterView> handle(Caller caller, long id) {
        return open.find(caller.requireAccount(), id)
                .invoke(opened -> opened.letter().requireRenewable())
                .chain(opened -> renew(caller, opened));
    }

    private Uni<LetterView> renew(Caller caller, OpenedLetter opened) {
        String base = RenewalName.base(opened.form().name());
        return letters.namesStarting(opened.letter().accountId(), base)
                .map(taken -> opened.form().renewed(RenewalName.after(base, taken)))
                .chain(form -> newLetters.open(
                        caller,
                        form,
                        opened.letter().id(),
                        Map.of("renews", opened.letter().id())));
    }
}
