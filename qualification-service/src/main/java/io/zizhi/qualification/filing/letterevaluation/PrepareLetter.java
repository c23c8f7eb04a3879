package io.zizhi.qualification.filing.letterevaluation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.OpenLetter;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads the facts for the pre-check of a letter from this service's own database. */
@ApplicationScoped
public class PrepareLetter {

    private final OpenLetter open;
    private final LetterRepository letters;
    private final AccountIdentityRepository identities;

    PrepareLetter(OpenLetter open, LetterRepository letters, AccountIdentityRepository identities) {
        this.open = open;
        this.letters = letters;
        this.identities = identities;
    }

    @WithTransaction
    public Uni<LetterPreparation> handle(Caller caller, long id) {
        String accountId = caller.requireAccount();
        return open.find(accountId, id)
                .chain(opened -> letters.isTaken(accountId, opened.letter().name(), id)
                        .chain(taken -> identities
                                .verified(accountId)
                                .map(identity -> new LetterPreparation(opened, identity, taken))));
    }
}
