package io.zizhi.document.storage.sweep;

import io.smallrye.mutiny.Uni;
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

    RemovalRepository(Erasures erasures) {
        this.erasures = erasures;
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

    /** Returns the keys of all recorded objects, oldest first. */
    Uni<List<String>> left() {
        return new NativeQuery("select object_key from object_to_remove order by recorded_at").list(String.class);
    }

    /** Returns the keys of objects of an erased account, at most {@code limit}. */
    public Uni<List<String>> left(String accountId, int limit) {
        return new NativeQuery("select object_key from object_to_remove where account_id = :accountId limit :limit")
                .with("accountId", accountId)
                .with("limit", limit)
                .list(String.class);
    }

    /** Deletes the record of a removed object. Adds it to the proof if it belongs to the erasure of an account. */
    Uni<Void> strikeOut(String objectKey) {
        return new NativeQuery("delete from object_to_remove where object_key = :key returning account_id")
                .with("key", objectKey)
                .rows()
                .chain(struck -> struck.isEmpty() || struck.getFirst().textOrNull("account_id") == null
                        ? Uni.createFrom().voidItem()
                        : erasures.count(struck.getFirst().text("account_id"), "objects", 1));
    }
}
