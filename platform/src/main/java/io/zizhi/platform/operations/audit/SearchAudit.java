package io.zizhi.platform.operations.audit;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Searches the audit log of this service, newest first. The search is an entry of the log itself. */
@ApplicationScoped
public class SearchAudit {

    private final AuditEntryRepository entries;
    private final RecordAuditRead record;

    SearchAudit(AuditEntryRepository entries, RecordAuditRead record) {
        this.entries = entries;
        this.record = record;
    }

    /** Reads before it records, so that a search does not find itself; both are one transaction. */
    @WithTransaction
    Uni<Page<AuditEntryView>> search(Caller auditor, AuditEntryFilter filter, PageRequest page) {
        return entries.page(filter, page.cursor(), page.limit())
                .call(() -> record.handle(auditor, "audit-entries.searched", filter));
    }
}
