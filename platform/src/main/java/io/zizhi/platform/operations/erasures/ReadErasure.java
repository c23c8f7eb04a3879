package io.zizhi.platform.operations.erasures;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the proof of one erasure, and records the view. */
@ApplicationScoped
public class ReadErasure {

    private final AuditLog audit;

    ReadErasure(AuditLog audit) {
        this.audit = audit;
    }

    @WithTransaction
    Uni<ErasureView> read(String accountId, Caller caller) {
        return new NativeQuery(ListErasures.SELECT)
                .where("account_id = :accountId", "accountId", accountId)
                .first()
                .map(found -> found.map(ErasureView::from)
                        .orElseThrow(() -> Problems.notFound(
                                "ERASURE_NOT_FOUND", "This service has erased no account with this id.")))
                .call(erasure -> audit.append(entry(accountId, caller)));
    }

    private static AuditEntry entry(String accountId, Caller caller) {
        return new AuditEntry(
                caller.subject(),
                caller.has(Roles.AUDITOR) ? Roles.AUDITOR : Roles.OPERATOR,
                accountId,
                "erasure.read",
                "account",
                accountId,
                null,
                List.of());
    }
}
