package io.zizhi.platform.operations.audit;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.http.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads the audit log, newest first. Each single criterion except the object has an index that also holds the order, so
 * a page reads about as many rows as it returns. The index of objects is in another order, so a page sorts all rows of
 * the object. Several criteria use the index of the rarest one.
 */
@ApplicationScoped
class AuditEntryRepository {

    static final String SELECT = """
            select sequence, at, actor, role, account_id, action, object_type, object_id, reason,
                   array_to_string(fields, ',') as fields, recipient
            from audit_entry
            """;

    private final KeysetList<AuditEntryView> entries;

    AuditEntryRepository(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.entries = new KeysetList<AuditEntryView>(
                        SELECT,
                        row -> AuditEntryView.from(row, service),
                        List.of(
                                SortKey.instant("at", AuditEntryView::at),
                                SortKey.number("sequence", AuditEntryView::sequence)))
                .descending();
    }

    /** @param cursor the {@code nextCursor} of the previous page; null for the newest entries */
    @WithSession
    Uni<Page<AuditEntryView>> page(AuditEntryFilter filter, @Nullable String cursor, int limit) {
        return entries.page(cursor, limit, filter::on);
    }
}
