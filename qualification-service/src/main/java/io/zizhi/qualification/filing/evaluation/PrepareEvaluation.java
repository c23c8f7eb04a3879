package io.zizhi.qualification.filing.evaluation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads the facts for a pre-check from this service's own database. */
@ApplicationScoped
public class PrepareEvaluation {

    private final DossierRepository dossiers;
    private final AccountIdentityRepository identities;
    private final ReadAccountFacts accountFacts;

    PrepareEvaluation(DossierRepository dossiers, AccountIdentityRepository identities, ReadAccountFacts accountFacts) {
        this.dossiers = dossiers;
        this.identities = identities;
        this.accountFacts = accountFacts;
    }

    @WithTransaction
    public Uni<Preparation> handle(Caller caller, long id) {
        return dossiers.find(caller.requireAccount(), id).chain(this::prepare);
    }

    private Uni<Preparation> prepare(Dossier dossier) {
        String accountId = dossier.qualification().accountId();
        return identities
                .verified(accountId)
                .chain(identity -> accountFacts.of(identity, dossier))
                .map(account -> new Preparation(dossier, new OwnFacts(accountId, dossier.form(), account)));
    }
}
