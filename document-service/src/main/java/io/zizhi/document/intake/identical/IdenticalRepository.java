package io.zizhi.document.intake.identical;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.intake.identical.IdenticalView.OtherView;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds documents by the digests of their uploads. Needs a session. */
@ApplicationScoped
class IdenticalRepository {

    /**
     * Moves from account to account along the index and reads one row of each. So an account that stored the same bytes
     * often does not hide other accounts. The requesting account is one step and is removed at the end: skipping its
     * rows one by one would take time for each copy.
     */
    static final String FIND = """
            select own.id, other.account_id, other.kind, other.stored_at
            from document own
            cross join lateral (select coalesce(own.uploaded_sha256, own.sha256) as digest) as upload
            cross join lateral (
                with recursive same as (
                    (select d.account_id, d.kind, d.stored_at, 0 as before from document d
                    where coalesce(d.uploaded_sha256, d.sha256) = upload.digest
                    order by d.account_id, d.stored_at limit 1)
                    union all
                    select next.account_id, next.kind, next.stored_at, same.before + 1
                    from same
                    cross join lateral (
                        select d.account_id, d.kind, d.stored_at from document d
                        where coalesce(d.uploaded_sha256, d.sha256) = upload.digest and d.account_id > same.account_id
                        order by d.account_id, d.stored_at limit 1) as next
                    where same.before < cast(:count as integer))
                select account_id, kind, stored_at from same where account_id <> own.account_id
                order by account_id limit cast(:count as integer)) as other
            where own.id = any(cast(:ids as text[]))
            order by own.id, other.account_id
            """;

    /** Returns the other accounts of each shared document, ordered by account, at most {@code count}. */
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
