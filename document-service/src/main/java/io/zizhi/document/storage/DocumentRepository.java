package io.zizhi.document.storage;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.ListCursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class DocumentRepository implements PanacheRepositoryBase<Document, String> {

    /** Returns the existing documents among the ids. */
    public Uni<List<Document>> findAll(Collection<String> ids) {
        return list("id in ?1", ids);
    }

    /**
     * Returns the existing documents like {@link #findAll}. Prevents their deletion or change until the transaction
     * ends.
     */
    public Uni<List<Document>> holdAll(Collection<String> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    /**
     * Returns documents of an account, newest first.
     *
     * @param filter documents to return
     * @param after the end of the previous page: time and id of its last document; null for the first page
     * @param count maximum number of documents to return
     */
    public Uni<List<Document>> newest(String accountId, DocumentFilter filter, @Nullable ListCursor after, int count) {
        StringBuilder where = new StringBuilder("accountId = :account");
        Map<String, Object> values = new HashMap<>(Map.of("account", accountId));
        if (filter.kind() != null) {
            where.append(" and kind = :kind");
            values.put("kind", filter.kind());
        }
        if (filter.used() != null) {
            where.append(filter.used() ? " and unusedSince is null" : " and unusedSince is not null");
        }
        if (after != null) {
            where.append(" and storedAt <= :at and (storedAt < :at or id < :id)");
            values.put("at", after.instant(0));
            values.put("id", after.text(1));
        }
        return find(where + " order by storedAt desc, id desc", values)
                .page(0, count)
                .list();
    }

    /**
     * Returns the next documents in the order of their ids.
     *
     * @param lastId id of the last document before; empty at the start
     * @param accountId only documents of this account; null: of all accounts
     */
    public Uni<List<Document>> after(String lastId, @Nullable String accountId, int count) {
        Map<String, Object> values = new HashMap<>(Map.of("last", lastId));
        String where = "id > :last";
        if (accountId != null) {
            where += " and accountId = :account";
            values.put("account", accountId);
        }
        return find(where + " order by id", values).page(0, count).list();
    }

    /** Stores the number of pages of a document. */
    public Uni<Void> recordPages(String id, int pages) {
        return new NativeQuery("update document set pages = :pages where id = :id and pages is null")
                .with("pages", pages)
                .with("id", id)
                .execute()
                .replaceWithVoid();
    }

    /** Returns the rows in a range of object keys, in the listing order of the object store. */
    public Uni<List<Document>> keyedBetween(String afterExclusive, String untilInclusive) {
        return list("objectKey > ?1 and objectKey <= ?2 order by objectKey", afterExclusive, untilInclusive);
    }

    /** Returns the existing rows of these objects. */
    public Uni<List<Document>> keyed(Collection<String> objectKeys) {
        return list("objectKey in ?1", objectKeys);
    }
}
