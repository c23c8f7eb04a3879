package io.zizhi.qualification.bulk.importing.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.filing.evaluation.OwnFacts;
import io.zizhi.qualification.filing.evaluation.ReadAccountFacts;
import io.zizhi.qualification.model.revision.Provenance;
import io.zizhi.qualification.model.revision.RevisionRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads what the dry run of a row needs from this service's own database. */
@ApplicationScoped
class PrepareDryRun {

    private final AccountIdentityRepository identities;
    private final ReadAccountFacts accountFacts;
    private final RevisionRepository revisions;

    PrepareDryRun(AccountIdentityRepository identities, ReadAccountFacts accountFacts, RevisionRepository revisions) {
        this.identities = identities;
        this.accountFacts = accountFacts;
        this.revisions = revisions;
    }

    @WithTransaction
    public Uni<DryRun> handle(ClaimedImportRow claimed) {
        String accountId = claimed.row().requireAccount();
        Provenance source = claimed.row().requireSource();
        return identities
                .verified(accountId)
                .chain(identity -> accountFacts.of(accountId, identity, claimed.form()))
                .map(account -> new OwnFacts(accountId, claimed.form(), account))
                .chain(facts -> revisions
                        .imported(accountId, source.sourceSystem(), source.sourceReference())
                        .map(importedAs -> new DryRun(facts, importedAs)));
    }
}
