package io.zizhi.document.storage.sweep;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Objects to be removed, whose rows are deleted. */
@ApplicationScoped
public class RemovalRepository {

    private static final String RECORD = """
            insert into object_to_remove (object_key, recorded_at) values (:key, cast(:recordedAt as timestamptz))
            """;

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

    Uni<Void> strikeOut(String objectKey) {
        return new NativeQuery("delete from object_to_remove where object_key = :key")
                .with("key", objectKey)
                .execute()
                .replaceWithVoid();
    }
}
