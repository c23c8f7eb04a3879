package io.zizhi.qualification.account.change;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.account.AccountIdentity;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.account.AccountPerson;
import io.zizhi.qualification.account.PersonHash;
import io.zizhi.qualification.account.PersonSeal;
import io.zizhi.qualification.account.StorePerson;
import io.zizhi.qualification.account.VerifiedIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

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
    private final PersonSeal seal;
    private final StorePerson storePerson;
    private final PersonHash hash;
    private final Clock clock;

    ConfirmIdentityChange(
            AccountIdentityRepository identities,
            IdentityChangeRepository changes,
            Outbox outbox,
            IdentityChangeAudit audit,
            PersonSeal seal,
            StorePerson storePerson,
            PersonHash hash,
            Clock clock) {
        this.identities = identities;
        this.changes = changes;
        this.outbox = outbox;
        this.audit = audit;
        this.seal = seal;
        this.storePerson = storePerson;
        this.hash = hash;
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
        return seal.open(change.accountId(), change.id(), change.encryptedPerson())
                .invoke(person -> account.verify(identity(change, person), clock.instant()))
                .call(person -> storePerson.handle(account, person))
                .chain(() -> outbox.append(account.toEvent()))
                .chain(() -> audit.record(operator, "account.change-confirmed", change));
    }

    /** Returns the requested identity with hashes of the current key. */
    private VerifiedIdentity identity(IdentityChange change, Optional<AccountPerson> person) {
        VerifiedIdentity requested = change.identity();
        return person.map(known -> new VerifiedIdentity(
                        requested.kind(), requested.companyName(), requested.creditCode(), known.verified(hash)))
                .orElse(requested);
    }
}
