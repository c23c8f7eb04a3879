package io.zizhi.qualification.account.change;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.account.AccountIdentity;
import io.zizhi.qualification.account.AccountIdentityRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** One operator asks for another identity of an account and says why; nothing changes yet. */
@ApplicationScoped
public class AskForIdentityChange {

    private final AccountIdentityRepository identities;
    private final IdentityChangeRepository changes;
    private final IdentityChangeAudit audit;

    AskForIdentityChange(
            AccountIdentityRepository identities, IdentityChangeRepository changes, IdentityChangeAudit audit) {
        this.identities = identities;
        this.changes = changes;
        this.audit = audit;
    }

    /** The account's row is locked first, so that two operators who ask at once do not both open a request. */
    @WithTransaction
    Uni<IdentityChangeView> ask(Caller operator, IdentityChangeRequest request) {
        request.identity().requireComplete("/identity");
        return identities
                .lockOrCreate(request.accountId())
                .invoke(account -> requireAnother(account, request))
                .chain(account -> changes.ask(account, request, operator.subject()))
                .call(change -> audit.note(operator, "account.change-asked", change))
                .map(IdentityChangeView::from);
    }

    /** 409 where one operator may set that identity without a second person. */
    private static void requireAnother(AccountIdentity account, IdentityChangeRequest request) {
        if (!account.belongsToAnother(request.identity())) {
            throw Problems.conflict(
                    "NOTHING_TO_CONFIRM",
                    "The account has no identity yet, or belongs to this company or person: set the identity directly.");
        }
    }
}
