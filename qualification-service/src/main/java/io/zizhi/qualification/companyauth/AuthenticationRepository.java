package io.zizhi.qualification.companyauth;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.messaging.erasure.AccountErasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
public class AuthenticationRepository implements PanacheRepositoryBase<Authentication, String>, AccountErasure {

    private static final String ERASE = """
            delete from company_authentication where id = any(array(
                select id from company_authentication where account_id = :accountId limit :limit))
            """;

    /** Returns the account's authentication, or empty if it does not exist or belongs to another account. */
    Uni<Optional<Authentication>> of(String accountId, String id) {
        return find("id = ?1 and accountId = ?2", id, accountId).firstResult().map(Optional::ofNullable);
    }

    /** Like {@link #of}, but fails with 404 if there is none. */
    Uni<Authentication> require(String accountId, String id) {
        return of(accountId, id).map(found -> found.orElseThrow(AuthenticationRepository::notFound));
    }

    /** Like {@link #require}, but locks the row until the transaction ends. */
    Uni<Authentication> lock(String accountId, String id) {
        return find("id = ?1 and accountId = ?2", id, accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(AuthenticationRepository::notFound);
    }

    @Override
    public String kind() {
        return "company-authentications";
    }

    @Override
    public Uni<Integer> erase(String accountId, int limit) {
        return new NativeQuery(ERASE)
                .with("accountId", accountId)
                .with("limit", limit)
                .execute();
    }

    private static RuntimeException notFound() {
        return Problems.notFound("COMPANY_AUTHENTICATION_NOT_FOUND", "This company authentication does not exist.");
    }
}
