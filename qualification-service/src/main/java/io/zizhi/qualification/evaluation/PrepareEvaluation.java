package io.zizhi.qualification.evaluation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.dossier.Dossier;
import io.zizhi.qualification.dossier.DossierRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Loads what the pre-check needs from this service's own database. */
@ApplicationScoped
public class PrepareEvaluation {

    private final DossierRepository dossiers;
    private final AccountIdentityRepository identities;
    private final AdministeredCompanies administeredCompanies;

    @Inject
    PrepareEvaluation(
            DossierRepository dossiers,
            AccountIdentityRepository identities,
            AdministeredCompanies administeredCompanies) {
        this.dossiers = dossiers;
        this.identities = identities;
        this.administeredCompanies = administeredCompanies;
    }

    @WithTransaction
    public Uni<Preparation> handle(Caller caller, long id) {
        return dossiers.find(caller.requireAccount(), id).chain(this::prepare);
    }

    private Uni<Preparation> prepare(Dossier dossier) {
        return identities
                .verified(dossier.qualification().accountId())
                .chain(identity -> administeredCompanies
                        .of(dossier)
                        .map(companies -> new Preparation(dossier, identity, companies)));
    }
}
