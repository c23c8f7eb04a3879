package io.zizhi.qualification.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
public class AccountIdentityRepository implements PanacheRepositoryBase<AccountIdentity, String> {

    /** Returns the account's verified identity, or empty if it has none. */
    public Uni<Optional<VerifiedIdentity>> verified(String accountId) {
        return findById(accountId).map(AccountIdentityRepository::verifiedOf);
    }

    /** Like {@link #verified(String)}, but locks the account's row until the transaction ends. */
    public Uni<Optional<VerifiedIdentity>> verifiedLocked(String accountId) {
        return findById(accountId, LockModeType.PESSIMISTIC_WRITE).map(AccountIdentityRepository::verifiedOf);
    }

    /** Locks the account's row and creates it if it does not exist. */
    public Uni<AccountIdentity> lockOrCreate(String accountId) {
        return new NativeQuery(
                        "insert into account_identity(account_id, version) values (:id, 0) on conflict do nothing")
                .with("id", accountId)
                .execute()
                .chain(inserted -> findById(accountId, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Optional<VerifiedIdentity> verifiedOf(@org.jspecify.annotations.Nullable AccountIdentity identity) {
        return Optional.ofNullable(identity).flatMap(AccountIdentity::verified);
    }
}
