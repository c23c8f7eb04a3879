package io.zizhi.qualification.companyauth.local;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** What the local stand-in for a provider has open. */
@ApplicationScoped
public class LocalScanRepository implements PanacheRepositoryBase<LocalScan, String> {

    /** Locked until the transaction ends; 404 where there is none. */
    Uni<LocalScan> lock(String reference) {
        return findById(reference, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("NOT_FOUND", "There is nothing here."));
    }
}
