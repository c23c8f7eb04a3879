package io.zizhi.qualification.companyauth;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** The authentications of all accounts. */
@ApplicationScoped
public class AuthenticationRepository implements PanacheRepositoryBase<Authentication, String> {

    /** The account's authentication; nothing where there is none or it is another account's. */
    Uni<Optional<Authentication>> of(String accountId, String id) {
        return find("id = ?1 and accountId = ?2", id, accountId).firstResult().map(Optional::ofNullable);
    }

    /** The same; 404 where there is none. */
    Uni<Authentication> require(String accountId, String id) {
        return of(accountId, id).map(found -> found.orElseThrow(AuthenticationRepository::notFound));
    }

    /** The same, locked until the transaction ends. */
    Uni<Authentication> lock(String accountId, String id) {
        return find("id = ?1 and accountId = ?2", id, accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(AuthenticationRepository::notFound);
    }

    /** Removes all of the account. */
    public Uni<Long> erase(String accountId) {
        return delete("accountId", accountId);
    }

    private static RuntimeException notFound() {
        return Problems.notFound("COMPANY_AUTHENTICATION_NOT_FOUND", "There is no such authentication.");
    }
}
