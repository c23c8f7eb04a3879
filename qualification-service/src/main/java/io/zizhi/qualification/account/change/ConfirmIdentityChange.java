package io.zizhi.qualification.account.change;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.account.AccountIdentity;
import io.zizhi.qualification.account.AccountIdentityRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Confirms a requested identity change on behalf of a second operator, and publishes the new identity.
 *
 * @see io.zizhi.contracts.AccountVerified
 */
@ApplicationScoped
public class ConfirmIdentityChange {

    private final AccountIdentityRepository identities;
    private final IdentityChangeRepository changes;
    private final Outbox outbox;
    private final IdentityChangeAudit audit;
    private final Clock clock;

    ConfirmIdentityChange(
            AccountIdentityRepository identities,
            IdentityChangeRepository changes,
            Outbox outbox,
            IdentityChangeAudit audit,
            Clock clock) {
        this.identities = identities;
        this.changes = changes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Locks the account before the request, in the same order as {@link RequestIdentityChange}. */
    @WithTransaction
    Uni<IdentityChangeView> confirm(Caller operator, long id) {
        return changes.accountOf(id)
                .chain(identities::lockOrCreate)
                .chain(account ->
                        changes.confirm(id, operator.subject(), change -> carryOut(operator, change, account)))
                .map(IdentityChangeView::from);
    }

    private Uni<Void> carryOut(Caller operator, IdentityChange change, AccountIdentity account) {
        change.requireUnchanged(account);
        account.verify(change.identity(), clock.instant());
        return outbox.append(account.toEvent()).chain(() -> audit.record(operator, "account.change-confirmed", change));
    }
}
