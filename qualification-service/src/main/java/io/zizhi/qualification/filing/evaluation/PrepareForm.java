package io.zizhi.qualification.filing.evaluation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.form.QualificationForm;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads the facts for a pre-check of an unsaved form from this service's own database. */
@ApplicationScoped
public class PrepareForm {

    private final AccountIdentityRepository identities;
    private final ReadAccountFacts accountFacts;

    PrepareForm(AccountIdentityRepository identities, ReadAccountFacts accountFacts) {
        this.identities = identities;
        this.accountFacts = accountFacts;
    }

    @WithTransaction
    public Uni<OwnFacts> handle(Caller caller, QualificationForm form) {
        String accountId = caller.requireAccount();
        return identities
                .verified(accountId)
                .chain(identity -> accountFacts.of(accountId, identity, form))
                .map(account -> new OwnFacts(accountId, form, account));
    }
}
