package io.zizhi.qualification.bulk.importing.model;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.bulk.sheet.ImportSheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class ImportRepository implements PanacheRepositoryBase<QualificationImport, Long> {

    private static final String STORE = """
            insert into qualification_import(id, idempotency_key, digest, row_count, skipped_count, headers,
                uploaded_by, uploaded_at)
            values (nextval('import_id'), :key, :digest, :rows, :skipped, cast(cast(:headers as text) as jsonb),
                :operator, cast(:now as timestamptz))
            on conflict (uploaded_by, idempotency_key) do nothing
            returning id
            """;

    private static final String LOCK =
            "select 1 where pg_advisory_xact_lock(hashtextextended('zizhi.open-imports', 0)) is not null";

    /** Uses the index {@code import_row_open}. */
    private static final String COUNT_OPEN = """
            select count(distinct import_id) from import_row where state in ('WAITING', 'CHECKED', 'CONFIRMED')
            """;

    /**
     * Stores an import and returns its id. Returns empty if the operator has used the key. A concurrent second call
     * waits until the first transaction ends.
     */
    public Uni<Optional<Long>> store(String operator, String key, String digest, ImportSheet sheet, Instant now) {
        return new NativeQuery(STORE)
                .with("operator", operator)
                .with("key", key)
                .with("digest", digest)
                .with("rows", sheet.lines().size())
                .with("skipped", sheet.skipped())
                .with("headers", QualificationImport.stored(sheet.headers()).encode())
                .with("now", now)
                .first(Long.class);
    }

    public Uni<QualificationImport> byKey(String operator, String key) {
        return find("uploadedBy = ?1 and idempotencyKey = ?2", operator, key).singleResult();
    }

    /** Waits for other uploads and makes them wait until the transaction ends. */
    public Uni<Void> lockOpen() {
        return new NativeQuery(LOCK).list(Integer.class).replaceWithVoid();
    }

    /** Counts the imports with rows that have not ended. */
    public Uni<Long> countOpen() {
        return new NativeQuery(COUNT_OPEN).single(Long.class);
    }

    /** Returns the import; fails with 404 if it does not exist. */
    public Uni<QualificationImport> require(long id) {
        return findById(id).onItem().ifNull().failWith(ImportRepository::notFound);
    }

    /** Like {@link #require}, but locks the row until the transaction ends. */
    public Uni<QualificationImport> lock(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(ImportRepository::notFound);
    }

    /**
     * Lists imports with ids below {@code before}, latest first. Returns one more than {@code limit} if there are
     * further ones.
     */
    public Uni<List<QualificationImport>> list(long before, int limit) {
        return find("id < ?1 order by id desc", before).range(0, limit).list();
    }

    private static RuntimeException notFound() {
        return Problems.notFound("IMPORT_NOT_FOUND", "There is no such import.");
    }
}
