package io.zizhi.document.identical;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.identical.IdenticalView.OtherView;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.platform.operations.NativeQuery;
import io.zizhi.platform.operations.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds documents by their digests. Needs a session. */
@ApplicationScoped
class IdenticalRepository {

    /** However often one account has stored the same, and however many have, a lookup reads no more rows than these. */
    private static final String FIND = """
            select own.id, other.account_id, other.kind, other.stored_at
            from document own
            cross join lateral (
                select distinct on (account_id) account_id, kind, stored_at
                from (
                    select d.account_id, d.kind, d.stored_at from document d
                    where d.sha256 = own.sha256 and d.account_id <> own.account_id
                    order by d.account_id, d.stored_at limit 1000) as same
                order by account_id, stored_at limit cast(:count as integer)) as other
            where own.id = any(cast(:ids as text[]))
            order by own.id, other.account_id
            """;

    /** The other accounts of each of the documents that has any, by account, up to {@code count}. */
    Uni<Map<String, List<OtherView>>> inOtherAccounts(List<String> documentIds, int count) {
        return new NativeQuery(FIND)
                .with("ids", documentIds.toArray(String[]::new))
                .with("count", count)
                .rows()
                .map(IdenticalRepository::byDocument);
    }

    private static Map<String, List<OtherView>> byDocument(List<Row> rows) {
        Map<String, List<OtherView>> found = new LinkedHashMap<>();
        for (Row row : rows) {
            found.computeIfAbsent(row.text("id"), id -> new ArrayList<>())
                    .add(new OtherView(
                            row.text("account_id"), DocumentKind.valueOf(row.text("kind")), row.instant("stored_at")));
        }
        return found;
    }
}
