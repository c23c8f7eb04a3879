package io.zizhi.document.viewing.record;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.viewing.watermark.Mark;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.operations.audit.RecordAuditRead;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Finds views of documents. A search by an auditor is recorded in the audit log, and refused if the auditor's token names
 * an account.
 */
@ApplicationScoped
public class SearchViews {

    private final ViewRepository views;
    private final AuditLog audit;

    SearchViews(ViewRepository views, AuditLog audit) {
        this.views = views;
        this.audit = audit;
    }

    @WithTransaction
    Uni<Page<DocumentViewView>> search(Caller auditor, ViewFilter filter, PageRequest page) {
        return record(auditor, filter.names()).chain(() -> views.page(filter, page));
    }

    /** Finds the views of a mark, which somebody has read from a watermark; fails with 404 if there is none. */
    @WithTransaction
    Uni<Page<DocumentViewView>> marked(Caller auditor, String mark, PageRequest page) {
        return record(auditor, List.of("mark"))
                .chain(() -> Mark.parse(mark)
                        .map(parsed -> views.marked(parsed, page))
                        .orElseThrow(SearchViews::notFound)
                        .invoke(found -> {
                            if (found.items().isEmpty()) {
                                throw notFound();
                            }
                        }));
    }

    /** Lists views of a document of the account by staff; none if the document belongs to another account. */
    @WithSession
    public Uni<Page<StaffViewView>> ofStaff(String accountId, String documentId, PageRequest page) {
        return views.ofStaff(accountId, documentId, page);
    }

    private Uni<Void> record(Caller auditor, List<String> criteria) {
        RecordAuditRead.requireNoAccount(auditor);
        return audit.append(new AuditEntry(
                auditor.subject(),
                Roles.AUDITOR,
                null,
                "document-views.searched",
                "document-views",
                auditor.subject(),
                null,
                criteria));
    }

    private static RuntimeException notFound() {
        return Problems.notFound("VIEW_NOT_FOUND", "No view of a document has this mark.");
    }
}
