package io.zizhi.qualification.companyauth.local;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.messaging.inbox.AccountErasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

@ApplicationScoped
public class LocalScanRepository implements PanacheRepositoryBase<LocalScan, String>, AccountErasure {

    /** Locks a scan until the transaction ends; fails with 404 if there is none. */
    Uni<LocalScan> lock(String reference) {
        return findById(reference, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("NOT_FOUND", "This company authentication does not exist."));
    }

    @Override
    public Uni<Void> erase(String accountId) {
        return delete("accountId", accountId).replaceWithVoid();
    }
}
