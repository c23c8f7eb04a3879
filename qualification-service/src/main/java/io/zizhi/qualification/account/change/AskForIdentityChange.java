package io.zizhi.qualification.account.change;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.account.AccountIdentityRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** One operator asks for another identity of an account and says why; nothing changes yet. */
@ApplicationScoped
public class AskForIdentityChange {

    private final AccountIdentityRepository identities;
    private final IdentityChangeRepository changes;
    private final IdentityChangeAudit audit;
    private final Clock clock;

    @Inject
    AskForIdentityChange(
            AccountIdentityRepository identities,
            IdentityChangeRepository changes,
            IdentityChangeAudit audit,
            Clock clock) {
        this.identities = identities;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account's row is locked first, so that two operators who ask at once do not both open a request. */
    @WithTransaction
    Uni<IdentityChangeView> ask(Caller operator, IdentityChangeRequest request) {
        request.identity().requireComplete("/identity");
        return identities
                .lockOrCreate(request.accountId())
                .map(account -> IdentityChange.ask(
                        account, request.identity(), request.reason(), operator.subject(), clock.instant()))
                .chain(changes::store)
                .call(change -> audit.note(operator, "account.change-asked", change))
                .map(IdentityChangeView::from);
    }
}
