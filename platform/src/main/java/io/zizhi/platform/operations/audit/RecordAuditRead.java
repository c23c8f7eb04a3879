package io.zizhi.platform.operations.audit;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Records who reads the audit log, and by which criteria. Of their values it records only the id of an account that the
 * log knows. Refuses auditors whose token names an account: the log shows how reviews of that account go, and a log with
 * gaps would mislead.
 */
@ApplicationScoped
public class RecordAuditRead {

    private final AuditLog audit;

    RecordAuditRead(AuditLog audit) {
        this.audit = audit;
    }

    /** @param action {@code audit-entries.searched} or {@code audit-entries.exported} */
    @WithTransaction
    Uni<Void> handle(Caller auditor, String action, AuditEntryFilter filter) {
        requireNoAccount(auditor);
        return audit.appendNamed(new AuditEntry(
                auditor.subject(),
                Roles.AUDITOR,
                filter.accountId(),
                action,
                "audit-entries",
                auditor.subject(),
                null,
                filter.names()));
    }

    /** Fails with 403 {@code AUDITOR_CONFLICTED} if the auditor's token names an account. */
    public static void requireNoAccount(Caller auditor) {
        if (auditor.accountId() != null) {
            throw Problems.forbidden(
                    "AUDITOR_CONFLICTED",
                    "Your token names an account. Only auditors who act for no account may use the audit log.");
        }
    }
}
