package io.zizhi.document.pinning.naming;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds documents by the keyed hashes of their file names. Needs a session. */
@ApplicationScoped
class NamedRepository {

    /** Reads the latest hundred documents with each name. A file uploaded twice as the same kind counts once. */
    static final String FIND = """
            select wanted.name_index, found.id, found.kind
            from unnest(cast(:indexes as text[])) as wanted(name_index)
            cross join lateral (
                select distinct on (latest.kind, latest.sha256) latest.id, latest.kind
                from (
                    select d.id, d.kind, d.sha256, d.stored_at from document d
                    where d.account_id = :accountId and d.file_name_index = wanted.name_index
                      and d.status <> 'QUARANTINED'
                    order by d.stored_at desc limit 100) as latest
                order by latest.kind, latest.sha256, latest.stored_at desc limit 20) as found
            order by found.kind, found.id
            """;

    /** A document found by its file name, which is not part of the result. */
    record Found(String id, DocumentKind kind) {}

    /** Returns the account's documents by the keyed hash of their file name. */
    Uni<Map<String, List<Found>>> find(String accountId, List<String> nameIndexes) {
        return new NativeQuery(FIND)
                .with("accountId", accountId)
                .with("indexes", nameIndexes.toArray(String[]::new))
                .rows()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.text("name_index"),
                                Collectors.mapping(
                                        row -> new Found(row.text("id"), DocumentKind.valueOf(row.text("kind"))),
                                        Collectors.toList()))));
    }
}
