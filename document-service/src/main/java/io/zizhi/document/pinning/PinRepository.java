package io.zizhi.document.pinning;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The pins: (document, qualification, revision). */
@ApplicationScoped
public class PinRepository {

    private static final String INSERT = """
            insert into pin (document_id, qualification_id, revision, pinned_at)
            select id, :qualificationId, :revision, cast(:pinnedAt as timestamptz) from document where id in (:ids)
            on conflict do nothing
            """;

    Uni<Void> pin(List<String> documentIds, long qualificationId, int revision, Instant pinnedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("qualificationId", qualificationId)
                        .setParameter("revision", revision)
                        .setParameter("pinnedAt", pinnedAt)
                        .setParameter("ids", documentIds)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Boolean> isPinned(String documentId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select exists (select 1 from pin where document_id = :id)", Boolean.class)
                        .setParameter("id", documentId)
                        .getSingleResult());
    }
}
