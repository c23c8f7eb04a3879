package io.zizhi.document.export;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.messaging.erasure.Erasures;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;

/** Records an export in the audit log, before its first byte, and takes the lease of the account. */
@ApplicationScoped
class BeginExport {

    private final ExportLeases leases;
    private final Erasures erasures;
    private final AuditLog audit;

    BeginExport(ExportLeases leases, Erasures erasures, AuditLog audit) {
        this.leases = leases;
        this.erasures = erasures;
        this.audit = audit;
    }

    /** Fails with 409 if the account was erased or another export of it is running. */
    @WithTransaction
    Uni<Void> begin(ExportedAccount export, String exportId) {
        return erasures.requireNotErased(export.accountId())
                .chain(() -> leases.take(export.accountId(), exportId))
                .invoke(BeginExport::requireTaken)
                .chain(() -> export.isByOwner()
                        ? audit.append(export.toAuditEntry())
                        : audit.appendNamed(export.toAuditEntry()));
    }

    private static void requireTaken(boolean taken) {
        if (!taken) {
            throw Problems.conflict(
                    "EXPORT_RUNNING",
                    "An export of this account is running. Wait until it ends, at most three minutes"
                            + " after its connection was lost.");
        }
    }
}
