package io.zizhi.document.storage.sweep;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.removed.RemovedRepository;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.messaging.erasure.Erasures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Objects to be removed, whose rows are deleted. */
@ApplicationScoped
public class RemovalRepository {

    private static final String RECORD = """
            insert into object_to_remove (object_key, recorded_at) values (:key, cast(:recordedAt as timestamptz))
            """;

    private final Erasures erasures;
    private final RemovedRepository removed;

    RemovalRepository(Erasures erasures, RemovedRepository removed) {
        this.erasures = erasures;
        this.removed = removed;
    }

    /**
     * Records an object to remove. Runs in the transaction that deletes the row, so that a later failure leaves no
     * object behind unrecorded.
     */
    public Uni<Void> record(String objectKey, Instant recordedAt) {
        return new NativeQuery(RECORD)
                .with("key", objectKey)
                .with("recordedAt", recordedAt)
                .execute()
                .replaceWithVoid();
    }

    /** Returns the keys of recorded objects after the key {@code after}, in their order, at most {@code limit}. */
    Uni<List<String>> left(String after, int limit) {
        return left(after)
                .then("order by object_key limit :limit")
                .with("limit", limit)
                .list(String.class);
    }

    /** Returns such keys of objects of an erased account. */
    public Uni<List<String>> left(String accountId, String after, int limit) {
        return left(after)
                .where("account_id = :accountId", "accountId", accountId)
                .then("order by object_key limit :limit")
                .with("limit", limit)
                .list(String.class);
    }

    private static NativeQuery left(String after) {
        return new NativeQuery("select object_key from object_to_remove").where("object_key > :after", "after", after);
    }

    /**
     * Deletes the record of a removed object, and completes the evidence of its document. Adds it to the proof if it
     * belongs to the erasure of an account.
     */
    Uni<Void> strikeOut(String objectKey) {
        return removed.objectRemoved(objectKey).chain(() -> strike(objectKey));
    }

    private Uni<Void> strike(String objectKey) {
        return new NativeQuery("delete from object_to_remove where object_key = :key returning account_id")
                .with("key", objectKey)
                .rows()
                .chain(struck -> struck.isEmpty() || struck.getFirst().textOrNull("account_id") == null
                        ? Uni.createFrom().voidItem()
                        : erasures.count(struck.getFirst().text("account_id"), "objects", 1));
    }
}
