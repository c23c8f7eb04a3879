package io.zizhi.document.storage;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Objects to be removed, whose rows are deleted. */
@ApplicationScoped
public class RemovalRepository {

    private static final String NOTE = """
            insert into object_to_remove (object_key, noted_at) values (:key, cast(:notedAt as timestamptz))
            """;

    /**
     * Records an object to remove. Runs in the transaction that deletes the row, so that no later failure leaves
     * untracked bytes.
     */
    public Uni<Void> note(String objectKey, Instant notedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTE)
                        .setParameter("key", objectKey)
                        .setParameter("notedAt", notedAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Returns the keys of all recorded objects, oldest first. */
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
