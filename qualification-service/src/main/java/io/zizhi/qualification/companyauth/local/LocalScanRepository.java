package io.zizhi.qualification.companyauth.local;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.messaging.erasure.AccountErasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

@ApplicationScoped
public class LocalScanRepository implements PanacheRepositoryBase<LocalScan, String>, AccountErasure {

    private static final String ERASE = """
            delete from local_company_scan where reference = any(array(
                select reference from local_company_scan where account_id = :accountId limit :limit))
            """;

    /** Locks a scan until the transaction ends; fails with 404 if there is none. */
    Uni<LocalScan> lock(String reference) {
        return findById(reference, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("NOT_FOUND", "This company authentication does not exist."));
    }

    @Override
    public String kind() {
        return "local-scans";
    }

    @Override
    public Uni<Integer> erase(String accountId, int limit) {
        return new NativeQuery(ERASE)
                .with("accountId", accountId)
                .with("limit", limit)
                .execute();
    }
}
