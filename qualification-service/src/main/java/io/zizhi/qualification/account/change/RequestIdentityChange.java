package io.zizhi.qualification.account.change;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.account.AccountIdentity;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.account.IdentityRequest;
import io.zizhi.qualification.account.PersonHash;
import io.zizhi.qualification.account.PersonSeal;
import io.zizhi.qualification.account.VerifiedIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Requests another identity for an account on behalf of an operator, with a reason. Nothing changes until it is
 * confirmed.
 */
@ApplicationScoped
public class RequestIdentityChange {

    private final AccountIdentityRepository identities;
    private final IdentityChangeRepository changes;
    private final IdentityChangeAudit audit;
    private final PersonHash hash;
    private final PersonSeal seal;

    RequestIdentityChange(
            AccountIdentityRepository identities,
            IdentityChangeRepository changes,
            IdentityChangeAudit audit,
            PersonHash hash,
            PersonSeal seal) {
        this.hash = hash;
        this.seal = seal;
        this.identities = identities;
        this.changes = changes;
        this.audit = audit;
    }

    /** Locks the account's row first, so that two simultaneous requests cannot both be opened. */
    @WithTransaction
    Uni<IdentityChangeView> request(Caller operator, IdentityChangeRequest request) {
        VerifiedIdentity identity = request.identity().verified("/identity", hash);
        return identities
                .lockOrCreate(request.accountId())
                .invoke(account -> requireAnother(account, identity))
                .chain(account -> changes.request(account, identity, request.reason(), operator.subject()))
                .call(change -> storePerson(change, request.identity()))
                .call(change -> audit.record(operator, "account.change-requested", change))
                .map(IdentityChangeView::from);
    }

    private Uni<Void> storePerson(IdentityChange change, IdentityRequest identity) {
        return identity.person()
                .map(person -> seal.close(change.accountId(), change.id(), person)
                        .chain(encrypted -> changes.store(change.id(), encrypted))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Fails with 409 if one operator alone may set that identity. */
    private static void requireAnother(AccountIdentity account, VerifiedIdentity identity) {
        if (!account.belongsToAnother(identity)) {
            throw Problems.conflict(
                    "NOTHING_TO_CONFIRM",
                    "The account has no identity yet or already belongs to this owner: set the identity directly.");
        }
    }
}
