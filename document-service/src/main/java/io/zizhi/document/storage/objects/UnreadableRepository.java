package io.zizhi.document.storage.objects;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The table of objects that a read found damaged or missing. */
@ApplicationScoped
public class UnreadableRepository {

    private static final String RECORD = """
            insert into unreadable_object (object_key, finding) values (:key, :finding)
            on conflict (object_key) do update set finding = excluded.finding, last_seen_at = clock_timestamp()
            """;

    /** @param finding {@code DAMAGED} or {@code LOST} */
    public Uni<Void> record(String objectKey, String finding) {
        return new NativeQuery(RECORD)
                .with("key", objectKey)
                .with("finding", finding)
                .execute()
                .replaceWithVoid();
    }

    /** Deletes the finding: the object is readable again, or its document was removed. */
    public Uni<Void> clear(String objectKey) {
        return new NativeQuery("delete from unreadable_object where object_key = :key")
                .with("key", objectKey)
                .execute()
                .replaceWithVoid();
    }

    /** Deletes the findings about removed documents. */
    public Uni<Void> clearRemoved() {
        return new NativeQuery("""
                        delete from unreadable_object u
                        where not exists (select from document d where d.object_key = u.object_key)
                        """).execute().replaceWithVoid();
    }

    /** Returns recorded keys after {@code after}, in their order. */
    public Uni<List<String>> keys(String after, int limit) {
        return new NativeQuery(
                        "select object_key from unreadable_object where object_key > :after order by object_key limit :limit")
                .with("after", after)
                .with("limit", limit)
                .list(String.class);
    }

    /** Returns the number of findings. */
    public Uni<Long> count() {
        return new NativeQuery("select count(*) from unreadable_object").single(Long.class);
    }
}
