package io.zizhi.qualification.account.change;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** All requests to change an identity, open and closed. */
@ApplicationScoped
class IdentityChangeRepository implements PanacheRepositoryBase<IdentityChange, Long> {

    /** Writes now, so that a second open request for the account is answered as such (409). */
    Uni<IdentityChange> store(IdentityChange change) {
        return count("accountId = ?1 and state = ?2", change.accountId(), IdentityChangeState.ASKED)
                .invoke(open -> {
                    if (open > 0) {
                        throw Problems.conflict(
                                "IDENTITY_CHANGE_OPEN",
                                "A change of this account's identity waits for confirmation: confirm it or take it back.");
                    }
                })
                .chain(() -> persistAndFlush(change));
    }

    /** The account that a request is about; 404 where there is no such request. */
    Uni<String> accountOf(long id) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select accountId from IdentityChange where id = :id", String.class)
                        .setParameter("id", id)
                        .getResultList())
                .map(found -> found.stream().findFirst().orElseThrow(IdentityChangeRepository::notFound));
    }

    /** The request, locked until the transaction ends. */
    Uni<IdentityChange> lock(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(IdentityChangeRepository::notFound);
    }

    /** Oldest first; one more than {@code limit} says that there are more. */
    Uni<List<IdentityChange>> list(IdentityChangeState state, long after, int limit) {
        return find("state = ?1 and id > ?2 order by id", state, after)
                .range(0, limit)
                .list();
    }

    private static RuntimeException notFound() {
        return Problems.notFound("IDENTITY_CHANGE_NOT_FOUND", "There is no such change of an identity.");
    }
}
