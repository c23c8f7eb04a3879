package io.zizhi.qualification.catalogue.search;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.RevisionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Searches qualifications for staff. Records who searched by which criteria; of their values only the id of an account
 * that the audit log knows.
 */
@ApplicationScoped
public class SearchQualifications {

    private static final List<String> ROLES = List.of(Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR);

    private final QualificationSearchRepository qualifications;
    private final RevisionRepository revisions;
    private final AuditLog audit;

    SearchQualifications(QualificationSearchRepository qualifications, RevisionRepository revisions, AuditLog audit) {
        this.qualifications = qualifications;
        this.revisions = revisions;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<Page<FoundQualificationView>> search(
            QualificationSearchRequest wanted, PageRequest page, Caller caller) {
        wanted.requireNarrow();
        long before = page.afterOr(Long.MAX_VALUE);
        int limit = page.limit();
        return audit.appendNamed(entry(wanted, caller))
                .chain(() -> qualifications.search(wanted, before, limit + 1))
                .map(found -> Page.of(found, limit, last -> Long.toString(last.id())))
                .chain(this::views);
    }

    private Uni<Page<FoundQualificationView>> views(Page<Qualification> found) {
        List<Long> submitted =
                found.items().stream().flatMap(SearchQualifications::submitted).toList();
        return revisions
                .byId(submitted)
                .map(byId -> found.map(each -> FoundQualificationView.from(
                        each, submitted(each).map(byId::get).findFirst().orElse(null))));
    }

    private static Stream<Long> submitted(Qualification qualification) {
        return qualification.currentRevision().stream();
    }

    private static AuditEntry entry(QualificationSearchRequest wanted, Caller caller) {
        return new AuditEntry(
                caller.subject(),
                ROLES.stream().filter(caller::has).findFirst().orElseThrow(),
                wanted.accountId(),
                "qualifications.searched",
                "qualifications",
                caller.subject(),
                null,
                wanted.names());
    }
}
