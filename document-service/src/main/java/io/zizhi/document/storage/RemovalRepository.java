package io.zizhi.document.storage;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The objects that have lost their rows and are still to be removed. */
@ApplicationScoped
public class RemovalRepository {

    private static final String NOTE = """
            insert into object_to_remove (object_key, noted_at) values (:key, cast(:notedAt as timestamptz))
            """;

    /** In the transaction that deletes the row, so that no failure afterwards leaves bytes that nobody knows of. */
    public Uni<Void> note(String objectKey, Instant notedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTE)
                        .setParameter("key", objectKey)
                        .setParameter("notedAt", notedAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The keys of all that is left, the oldest first. */
    Uni<List<String>> left() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select object_key from object_to_remove order by noted_at", String.class)
                        .getResultList());
    }

    Uni<Void> strikeOut(String objectKey) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from object_to_remove where object_key = :key")
                        .setParameter("key", objectKey)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
