package io.zizhi.qualification.catalogue.listing.export;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records an export of an account's list and its actor in the audit log, before the first byte is sent. */
@ApplicationScoped
class RecordExport {

    private final AuditLog audit;

    RecordExport(AuditLog audit) {
        this.audit = audit;
    }

    @WithTransaction
    Uni<Void> handle(Caller applicant) {
        String accountId = applicant.requireAccount();
        return audit.append(new AuditEntry(
                applicant.subject(),
                Roles.APPLICANT,
                accountId,
                "qualifications.exported",
                "account",
                accountId,
                null,
                List.of()));
    }
}
