package io.zizhi.qualification.account;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.messaging.erasure.Erasures;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.privacy.encryption.ReservedAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Sets the identity of an account on behalf of an operator. An unchanged identity is not published again. Giving the
 * account to another company or person takes two operators.
 *
 * @see io.zizhi.contracts.AccountVerified
 */
@ApplicationScoped
public class VerifyAccount {

    private final AccountIdentityRepository identities;
    private final Erasures erasures;
    private final Outbox outbox;
    private final AuditLog audit;
    private final PersonHash hash;
    private final StorePerson storePerson;
    private final Clock clock;

    VerifyAccount(
            AccountIdentityRepository identities,
            Erasures erasures,
            Outbox outbox,
            AuditLog audit,
            PersonHash hash,
            StorePerson storePerson,
            Clock clock) {
        this.identities = identities;
        this.erasures = erasures;
        this.outbox = outbox;
        this.audit = audit;
        this.hash = hash;
        this.storePerson = storePerson;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<IdentityView> handle(Caller operator, String accountId, IdentityRequest request) {
        requireNotReserved(accountId);
        VerifiedIdentity identity = request.verified(hash);
        return identities
                .lockOrCreate(accountId)
                .call(() -> erasures.requireNotErased(accountId))
                .invoke(account -> requireSameOwner(account, identity))
                .call(account -> account.verify(identity, clock.instant())
                        ? outbox.append(account.toEvent()).chain(() -> audit.append(entry(operator, accountId)))
                        : Uni.createFrom().voidItem())
                .call(account -> storePerson.handle(account, request.person()))
                .map(account -> IdentityView.from(account.verified().orElse(identity)));
    }

    private static void requireNotReserved(String accountId) {
        if (ReservedAccounts.contains(accountId)) {
            throw Problems.conflict("ACCOUNT_RESERVED", "This account id is reserved for the suite: choose another.");
        }
    }

    private static void requireSameOwner(AccountIdentity account, VerifiedIdentity identity) {
        if (account.belongsToAnother(identity)) {
            throw Problems.conflict(
                    "SECOND_PERSON_REQUIRED",
                    "The account belongs to another company or person. Request the change at"
                            + " /v1/operations/identity-changes, and have another operator confirm it.");
        }
    }

    private static AuditEntry entry(Caller operator, String accountId) {
        return new AuditEntry(
                operator.subject(),
                Roles.OPERATOR,
                accountId,
                "account.verified",
                "account",
                accountId,
                null,
                List.of("kind", "companyName", "creditCode", "name", "idNumber"));
    }
}
