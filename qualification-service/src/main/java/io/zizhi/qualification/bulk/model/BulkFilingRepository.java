package io.zizhi.qualification.bulk.model;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

@ApplicationScoped
public class BulkFilingRepository implements PanacheRepositoryBase<BulkFiling, Long> {

    private static final String COUNT_OPEN = """
            select count(*) from bulk_filing f
            where f.account_id = :accountId and f.cancelled_at is null and exists (
                select 1 from bulk_row r
                where r.filing_id = f.id and r.state in ('WAITING', 'DRAFTED', 'AWAITING_PHONE', 'AWAITING_LETTER', 'READY'))
            """;

    /** Finds a filing if an older release stored one without {@code uploaded_by}. */
    public static final String WITHOUT_UPLOADER = "select from bulk_filing where uploaded_by is null";

    private static final String FILL_UPLOADERS = """
            update bulk_filing set uploaded_by = subject
            where id = any(array(
                select id from bulk_filing where uploaded_by is null order by id limit :limit for update skip locked))
            """;

    public Uni<Long> nextId() {
        return new NativeQuery("select nextval('bulk_filing_id')").single(Long.class);
    }

    /** Waits for other uploads of the account and makes them wait until the transaction ends. */
    public Uni<Void> lockOpen(String accountId) {
        return new NativeQuery("select 1 where pg_advisory_xact_lock(hashtextextended(:lock, 0)) is not null")
                .with("lock", "zizhi.open-bulk-filings:" + accountId)
                .list(Integer.class)
                .replaceWithVoid();
    }

    /** Counts the account's unfinished filings. Uses the index {@code bulk_row_open}. */
    public Uni<Long> countOpen(String accountId) {
        return new NativeQuery(COUNT_OPEN).with("accountId", accountId).single(Long.class);
    }

    /** Returns the account's filing; fails with 404 if it does not exist or belongs to another account. */
    public Uni<BulkFiling> require(String accountId, long id) {
        return find("id = ?1 and accountId = ?2", id, accountId)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(BulkFilingRepository::notFound);
    }

    /**
     * Lists the account's filings with ids below {@code before}, latest first. Returns one more than {@code limit} if there
     * are further filings.
     */
    public Uni<List<BulkFiling>> list(String accountId, long before, int limit) {
        return find("accountId = ?1 and id < ?2 order by id desc", accountId, before)
                .range(0, limit)
                .list();
    }

    /** Fills {@code uploaded_by} in rows of older releases; returns the number of rows. */
    public Uni<Integer> fillUploaders(int limit) {
        return new NativeQuery(FILL_UPLOADERS).with("limit", limit).execute();
    }

    /** Like {@link #require}, but locks the row until the transaction ends. */
    public Uni<BulkFiling> lock(String accountId, long id) {
        return find("id = ?1 and accountId = ?2", id, accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(BulkFilingRepository::notFound);
    }

    private static RuntimeException notFound() {
        return Problems.notFound("BULK_FILING_NOT_FOUND", "There is no such bulk filing.");
    }
}
