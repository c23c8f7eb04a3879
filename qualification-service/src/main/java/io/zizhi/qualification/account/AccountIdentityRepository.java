package io.zizhi.qualification.account;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** The identities of all accounts. */
@ApplicationScoped
public class AccountIdentityRepository implements PanacheRepositoryBase<AccountIdentity, String> {

    /** What the account was verified as, if it was. */
    public Uni<Optional<VerifiedIdentity>> verified(String accountId) {
        return findById(accountId).map(AccountIdentityRepository::verifiedOf);
    }

    /** The same, with the account's row locked until the transaction ends. */
    public Uni<Optional<VerifiedIdentity>> verifiedLocked(String accountId) {
        return findById(accountId, LockModeType.PESSIMISTIC_WRITE).map(AccountIdentityRepository::verifiedOf);
    }

    /** The account's row, made where there is none, and locked. */
    public Uni<AccountIdentity> lockOrCreate(String accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into account_identity(account_id, version) values (:id, 0) on conflict do nothing")
                        .setParameter("id", accountId)
                        .executeUpdate())
                .chain(inserted -> findById(accountId, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Optional<VerifiedIdentity> verifiedOf(@org.jspecify.annotations.Nullable AccountIdentity identity) {
        return Optional.ofNullable(identity).flatMap(AccountIdentity::verified);
    }
}
