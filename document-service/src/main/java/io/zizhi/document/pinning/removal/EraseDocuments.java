package io.zizhi.document.pinning.removal;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.DocumentDeleted;
import io.zizhi.document.storage.removed.RemovalRule;
import io.zizhi.document.storage.removed.RemovedRepository;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.messaging.erasure.AccountErasure;
import io.zizhi.platform.messaging.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Deletes the documents of an erased account, whether or not a submission uses them. The same statements record their
 * objects for {@link EraseObjects}.
 */
@ApplicationScoped
class EraseDocuments implements AccountErasure {

    private static final String LOCK = """
            select id from document where account_id = :accountId
            order by stored_at desc, id desc limit :limit for update
            """;

    /** Qualifications and letters use documents of their own account only. */
    private static final String UNUSE = """
            delete from document_use
            where subject_id in (select qualification_id from pin where document_id = any(:ids))
            """;

    private static final String UNPIN = "delete from pin where document_id = any(:ids)";

    private static final String DELETE = """
            with deleted as (delete from document where id = any(:ids) returning object_key, account_id)
            insert into object_to_remove (object_key, recorded_at, account_id)
            select object_key, clock_timestamp(), account_id from deleted
            """;

    private final RemovedRepository removed;
    private final Outbox outbox;
    private final Clock clock;

    EraseDocuments(RemovedRepository removed, Outbox outbox, Clock clock) {
        this.removed = removed;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "documents";
    }

    @Override
    public Uni<Integer> erase(String accountId, int limit) {
        return new NativeQuery(LOCK)
                .with("accountId", accountId)
                .with("limit", limit)
                .list(String.class)
                .call(ids -> ids.isEmpty() ? Uni.createFrom().voidItem() : delete(ids, accountId))
                .map(List::size);
    }

    private Uni<Void> delete(List<String> ids, String accountId) {
        Instant now = clock.instant();
        return on(UNUSE, ids)
                .chain(() -> on(UNPIN, ids))
                .chain(() -> removed.record(ids, RemovalRule.ACCOUNT_ERASED))
                .chain(() -> on(DELETE, ids))
                .chain(() -> outbox.appendAll(ids.stream()
                        .map(id -> new DocumentDeleted(id, accountId, now))
                        .toList()));
    }

    private static Uni<Integer> on(String statement, List<String> ids) {
        return new NativeQuery(statement)
                .with("ids", ids.toArray(String[]::new))
                .execute();
    }
}
