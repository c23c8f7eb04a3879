package io.zizhi.document.pinning.naming;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.privacy.encryption.BlindHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Finds documents by the keyed hashes of their file names. Needs a session. */
@ApplicationScoped
class NamedRepository {

    /**
     * Reads the latest hundred documents with each hash of a name. A file uploaded twice as the same kind counts once.
     */
    static final String FIND = """
            select found.name_index, found.id, found.kind from (
                select distinct on (wanted.name_index, latest.kind, latest.digest)
                    wanted.name_index, latest.id, latest.kind
                from unnest(cast(:indexes as text[]), cast(:all as text[])) as wanted(name_index, one_of_all)
                cross join lateral (
                    select d.id, d.kind, coalesce(d.uploaded_sha256, d.sha256) as digest, d.stored_at from document d
                    where d.account_id = :accountId and d.file_name_index = wanted.one_of_all
                      and d.status <> 'QUARANTINED'
                    order by d.stored_at desc limit 100) as latest
                order by wanted.name_index, latest.kind, latest.digest, latest.stored_at desc) as found
            order by found.kind, found.id
            """;

    /** A document found by its file name, which is not part of the result. */
    record Found(String id, DocumentKind kind) {}

    /** Returns the account's documents by the keyed hash of their file name that new documents get. */
    Uni<Map<String, List<Found>>> find(String accountId, List<BlindHash> nameIndexes) {
        return new NativeQuery(FIND)
                .with("accountId", accountId)
                .with("indexes", each(nameIndexes, (index, one) -> index.stored()))
                .with("all", each(nameIndexes, (index, one) -> one))
                .rows()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.text("name_index"),
                                Collectors.mapping(
                                        row -> new Found(row.text("id"), DocumentKind.valueOf(row.text("kind"))),
                                        Collectors.toList()))));
    }

    /** Returns one text for each hash of each name. */
    private static String[] each(List<BlindHash> nameIndexes, BiFunction<BlindHash, String, String> text) {
        return nameIndexes.stream()
                .flatMap(index -> index.all().stream().map(one -> text.apply(index, one)))
                .toArray(String[]::new);
    }
}
